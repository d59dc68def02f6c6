import { defineTable, type Row } from '../lake/table.ts';

/**
 * Towns with WGS 84 degrees to a hundredth (about a kilometre). `name` is a compare key (folded); `main` marks the
 * one that is meant when no country is told.
 */
export const gazetteerTable = defineTable('graph_work', 'gazetteer', {
  entry: 'BIGINT',
  name: 'VARCHAR',
  country: 'VARCHAR',
  title: 'VARCHAR',
  latitude: 'DOUBLE',
  longitude: 'DOUBLE',
  main: 'BOOLEAN',
});

/** Rows of the gazetteer, one for each spelling. Of towns of one name the first in the list is the main one. */
export function gazetteerRows(): Row<typeof gazetteerTable>[] {
  const rows: Row<typeof gazetteerTable>[] = [];
  const taken = new Set<string>();
  for (const [country, text] of Object.entries(towns)) {
    for (const entry of text.split(';')) {
      const parts = /^\s*(.+?) (-?[\d.]+) (-?[\d.]+)\s*$/.exec(entry);
      if (parts === null) throw new Error(`Not an entry of the gazetteer: ${entry}`);
      const [, spellings = '', latitude, longitude] = parts;
      const [title = '', ...others] = spellings.split('=');
      for (const spelling of new Set([title, ...others])) {
        const name = spelling.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');
        rows.push({
          entry: rows.length,
          name,
          country,
          title,
          latitude: Number(latitude),
          longitude: Number(longitude),
          main: !taken.has(name),
        });
        taken.add(name);
      }
    }
  }
  return rows;
}

/** By country: `Title=other spelling latitude longitude`, semicolons between. Border towns and ports included. */
const towns: Readonly<Record<string, string>> = {
  de: `Berlin 52.52 13.41; Hamburg 53.55 9.99; Munich=Munchen=Muenchen 48.14 11.58; Cologne=Koln=Koeln 50.94 6.96;
    Frankfurt=Frankfurt am Main 50.11 8.68; Stuttgart 48.78 9.18; Dusseldorf=Duesseldorf 51.23 6.78;
    Dortmund 51.51 7.47; Essen 51.46 7.01; Leipzig 51.34 12.37; Bremen 53.08 8.80; Dresden 51.05 13.74;
    Hanover=Hannover 52.37 9.73; Nuremberg=Nurnberg=Nuernberg 49.45 11.08; Duisburg 51.43 6.76; Bochum 51.48 7.22;
    Wuppertal 51.26 7.15; Bielefeld 52.03 8.53; Bonn 50.74 7.10; Munster=Muenster 51.96 7.63; Karlsruhe 49.01 8.40;
    Mannheim 49.49 8.47; Augsburg 48.37 10.90; Wiesbaden 50.08 8.24; Kiel 54.32 10.14; Aachen 50.78 6.08;
    Chemnitz 50.83 12.92; Magdeburg 52.13 11.63; Freiburg=Freiburg im Breisgau 47.99 7.84; Lubeck=Luebeck 53.87 10.69;
    Erfurt 50.98 11.03; Rostock 54.09 12.14; Mainz 50.00 8.27; Kassel 51.31 9.48; Saarbrucken=Saarbruecken 49.24 6.99;
    Potsdam 52.40 13.06; Regensburg 49.02 12.10; Passau 48.57 13.46; Rosenheim 47.86 12.12;
    Frankfurt an der Oder=Frankfurt Oder 52.34 14.55; Gorlitz=Goerlitz 51.15 14.99; Kehl 48.57 7.82; Freilassing 47.84 12.98;
    Garmisch-Partenkirchen 47.50 11.10; Konstanz 47.66 9.18; Flensburg 54.78 9.44; Wurzburg=Wuerzburg 49.79 9.95; Ulm 48.40 9.99;
    Halle 51.48 11.97; Krefeld 51.33 6.56; Oberhausen 51.47 6.85; Hagen 51.37 7.46; Braunschweig 52.27 10.52;
    Forst 51.74 14.64; Bad Bentheim 52.30 7.16`,
  fr: `Paris 48.86 2.35; Marseille 43.30 5.37; Lyon 45.76 4.84; Toulouse 43.60 1.44; Nice 43.70 7.27; Nantes 47.22 -1.55;
    Strasbourg 48.57 7.75; Montpellier 43.61 3.88; Bordeaux 44.84 -0.58; Lille 50.63 3.06; Rennes 48.11 -1.68;
    Reims 49.26 4.03; Le Havre 49.49 0.11; Saint-Etienne 45.44 4.39; Toulon 43.12 5.93; Grenoble 45.19 5.72;
    Dijon 47.32 5.04; Angers 47.47 -0.56; Nimes 43.84 4.36; Clermont-Ferrand 45.78 3.08; Le Mans 48.01 0.20;
    Aix-en-Provence 43.53 5.45; Brest 48.39 -4.49; Tours 47.39 0.69; Amiens 49.89 2.30; Limoges 45.83 1.26;
    Metz 49.12 6.18; Perpignan 42.69 2.90; Besancon 47.24 6.02; Orleans 47.90 1.91; Mulhouse 47.75 7.34; Rouen 49.44 1.10;
    Caen 49.18 -0.37; Nancy 48.69 6.18; Calais 50.95 1.86; Dunkirk=Dunkerque 51.03 2.38; Menton 43.78 7.50;
    Modane 45.20 6.67; Hendaye 43.36 -1.77; Avignon 43.95 4.81; Roubaix 50.69 3.17; Pau 43.30 -0.37; Versailles 48.80 2.13;
    Saint-Denis 48.94 2.36; Boulogne-sur-Mer 50.73 1.61; Poitiers 46.58 0.34; Cannes 43.55 7.02; Colmar 48.08 7.36;
    Briancon 44.90 6.64; Cherbourg 49.64 -1.62`,
  nl: `Amsterdam 52.37 4.90; Rotterdam 51.92 4.48; The Hague=Den Haag=s gravenhage 52.08 4.30; Utrecht 52.09 5.12;
    Eindhoven 51.44 5.47; Groningen 53.22 6.57; Tilburg 51.56 5.09; Almere 52.35 5.26; Breda 51.59 4.78;
    Nijmegen 51.84 5.86; Arnhem 51.98 5.91; Haarlem 52.38 4.64; Enschede 52.22 6.89; Maastricht 50.85 5.69;
    Leiden 52.16 4.50; Venlo 51.37 6.17; Zwolle 52.52 6.09; Hoek van Holland=Hook of Holland 51.98 4.13; Hazeldonk 51.49 4.74;
    Apeldoorn 52.21 5.97; Amersfoort 52.16 5.39; Den Bosch=s hertogenbosch 51.70 5.30; Delft 52.01 4.36; Dordrecht 51.81 4.69;
    Heerlen 50.89 5.98; Leeuwarden 53.20 5.80; Roosendaal 51.53 4.46; Schiphol 52.31 4.76; Alkmaar 52.63 4.75`,
  be: `Brussels=Bruxelles=Brussel 50.85 4.35; Antwerp=Antwerpen=Anvers 51.22 4.40; Ghent=Gent=Gand 51.05 3.72;
    Charleroi 50.41 4.44; Liege=Luik 50.63 5.57; Bruges=Brugge 51.21 3.22; Namur=Namen 50.47 4.87; Leuven=Louvain 50.88 4.70;
    Mons=Bergen 50.45 3.95; Mechelen=Malines 51.03 4.48; Aalst 50.94 4.04; Kortrijk=Courtrai 50.83 3.26; Hasselt 50.93 5.34;
    Ostend=Oostende 51.23 2.92; Tournai=Doornik 50.61 3.39; Genk 50.97 5.50; Zeebrugge 51.33 3.20; Arlon 49.68 5.82; Verviers 50.59 5.86`,
  ro: `Bucharest=Bucuresti=Bucharest Sector 1 44.43 26.10; Cluj-Napoca=Cluj 46.77 23.60; Timisoara 45.75 21.23; Iasi 47.16 27.59;
    Constanta 44.18 28.63; Craiova 44.32 23.80; Brasov 45.66 25.61; Galati 45.44 28.05; Ploiesti 44.94 26.02;
    Oradea 47.07 21.92; Braila 45.27 27.96; Arad 46.17 21.31; Pitesti 44.86 24.87; Sibiu 45.80 24.15; Bacau 46.57 26.91;
    Targu Mures 46.54 24.56; Baia Mare 47.66 23.58; Buzau 45.15 26.82; Botosani 47.74 26.66; Satu Mare 47.79 22.89;
    Suceava 47.65 26.26; Giurgiu 43.90 25.97; Calafat 43.99 22.93; Nadlac 46.17 20.75; Bors 47.11 21.81; Siret 47.95 26.06;
    Drobeta-Turnu Severin 44.63 22.66; Tulcea 45.18 28.80; Deva 45.88 22.90; Vaslui 46.64 27.73; Focsani 45.70 27.18;
    Targoviste 44.93 25.46; Ramnicu Valcea 45.10 24.37; Slatina 44.43 24.36; Tandarei 44.64 27.66; Resita 45.30 21.89;
    Alba Iulia 46.07 23.57; Calarasi 44.20 27.33; Slobozia 44.56 27.37; Alexandria 43.97 25.33; Zalau 47.19 23.06; Bistrita 47.13 24.50`,
  bg: `Sofia=Sofiya 42.70 23.32; Plovdiv 42.15 24.75; Varna 43.21 27.92; Burgas=Bourgas 42.51 27.47; Ruse=Rousse 43.85 25.95;
    Stara Zagora 42.43 25.64; Pleven 43.42 24.62; Sliven 42.68 26.33; Dobrich 43.57 27.83; Shumen 43.27 26.94;
    Pernik 42.61 23.03; Haskovo=Khaskovo 41.93 25.56; Vidin 43.99 22.88; Pazardzhik 42.19 24.33; Blagoevgrad 42.01 23.09;
    Kapitan Andreevo 41.72 26.32; Kalotina 42.99 22.87; Kulata 41.39 23.36; Svilengrad 41.77 26.20; Yambol 42.48 26.50;
    Gabrovo 42.87 25.32; Vratsa 43.21 23.55; Montana 43.41 23.22; Razgrad 43.53 26.52; Veliko Tarnovo 43.08 25.63; Kardzhali 41.65 25.37`,
  ua: `Kyiv=Kiev=Kyyiv 50.45 30.52; Kharkiv=Kharkov 49.99 36.23; Odesa=Odessa 46.48 30.73; Dnipro=Dnipropetrovsk 48.46 35.05;
    Donetsk 48.02 37.80; Zaporizhzhia=Zaporizhzhya=Zaporizhia 47.84 35.14; Lviv=Lvov 49.84 24.03; Kryvyi Rih 47.91 33.39;
    Mykolaiv=Nikolaev 46.98 31.99; Luhansk 48.57 39.31; Vinnytsia 49.23 28.47; Kherson 46.64 32.62; Poltava 49.59 34.55;
    Chernihiv 51.50 31.29; Cherkasy 49.44 32.06; Zhytomyr 50.25 28.66; Sumy 50.91 34.80; Khmelnytskyi 49.42 26.99;
    Chernivtsi 48.29 25.94; Rivne 50.62 26.25; Ternopil 49.55 25.59; Ivano-Frankivsk 48.92 24.71; Lutsk 50.75 25.33;
    Uzhhorod=Uzhgorod 48.62 22.29; Mukachevo 48.44 22.72; Chop 48.43 22.20; Shehyni 49.80 22.96; Mariupol 47.10 37.54; Kropyvnytskyi 48.51 32.26`,
  gr: `Athens=Athina 37.98 23.73; Thessaloniki=Saloniki 40.64 22.94; Patras=Patra 38.25 21.73; Piraeus=Pireas 37.94 23.65;
    Larissa=Larisa 39.64 22.42; Heraklion=Irakleio=Iraklion 35.34 25.14; Volos 39.36 22.94; Ioannina 39.67 20.85;
    Chania 35.51 24.02; Chios 38.37 26.14; Mytilene=Mytilini 39.11 26.55; Lesbos=Lesvos 39.26 26.28; Samos 37.76 26.98;
    Kos 36.89 27.29; Rhodes=Rodos 36.43 28.22; Igoumenitsa 39.50 20.27; Orestiada 41.50 26.53; Alexandroupoli 40.85 25.87;
    Kavala 40.94 24.41; Evzoni 41.11 22.55; Idomeni 41.12 22.51; Kastanies 41.65 26.47; Promachonas 41.37 23.37; Kalamata 37.04 22.11;
    Serres 41.09 23.55; Xanthi 41.13 24.89; Komotini 41.12 25.41; Kipoi 40.96 26.33; Corfu=Kerkyra 39.62 19.92`,
  it: `Rome=Roma 41.90 12.50; Milan=Milano 45.46 9.19; Naples=Napoli 40.85 14.27; Turin=Torino 45.07 7.69; Palermo 38.12 13.36;
    Genoa=Genova 44.41 8.93; Bologna 44.49 11.34; Florence=Firenze 43.77 11.26; Bari 41.12 16.87; Catania 37.50 15.09;
    Venice=Venezia 45.44 12.33; Verona 45.44 10.99; Messina 38.19 15.55; Padua=Padova 45.41 11.88; Trieste 45.65 13.78;
    Brescia 45.54 10.22; Prato 43.88 11.10; Taranto 40.47 17.24; Modena 44.65 10.93; Reggio Calabria 38.11 15.65;
    Parma 44.80 10.33; Perugia 43.11 12.39; Ravenna 44.42 12.20; Rimini 44.06 12.57; Foggia 41.46 15.55; Salerno 40.68 14.77;
    Ventimiglia 43.79 7.61; Lampedusa 35.50 12.61; Brindisi 40.63 17.94; Ancona 43.62 13.51; Como 45.81 9.09; Bolzano=Bozen 46.50 11.35;
    Gorizia 45.94 13.62; Udine 46.06 13.24; Brenner=Brennero 47.00 11.51; Pozzallo 36.73 14.85; Augusta 37.23 15.22; Crotone 39.08 17.13;
    Castel Volturno 41.03 13.94; Cagliari 39.22 9.12; Livorno 43.55 10.31; Lecce 40.35 18.17; Bergamo 45.70 9.67; Pescara 42.46 14.21; Tarvisio 46.51 13.58`,
  es: `Madrid 40.42 -3.70; Barcelona 41.39 2.17; Valencia 39.47 -0.38; Seville=Sevilla 37.39 -5.98; Zaragoza 41.65 -0.89;
    Malaga 36.72 -4.42; Murcia 37.99 -1.13; Palma=Palma de Mallorca 39.57 2.65; Las Palmas 28.12 -15.44; Bilbao 43.26 -2.93;
    Alicante 38.35 -0.48; Cordoba 37.88 -4.78; Valladolid 41.65 -4.72; Vigo 42.24 -8.72; Gijon 43.53 -5.66; Granada 37.18 -3.60;
    A Coruna=La Coruna 43.36 -8.41; Vitoria=Vitoria-Gasteiz 42.85 -2.67; Elche 38.27 -0.70; Oviedo 43.36 -5.85; Cartagena 37.61 -0.99;
    Almeria 36.84 -2.46; San Sebastian=Donostia 43.32 -1.98; Algeciras 36.13 -5.45; Ceuta 35.89 -5.32; Melilla 35.29 -2.94;
    La Jonquera=La Junquera 42.42 2.88; Irun 43.34 -1.79; Tarifa 36.01 -5.61; Huelva 37.26 -6.94; Santander 43.46 -3.81; Pamplona 42.81 -1.64;
    Tarragona 41.12 1.25; Lleida=Lerida 41.62 0.62; Girona=Gerona 41.98 2.82; Marbella 36.51 -4.88; Cadiz 36.53 -6.29; Badajoz 38.88 -6.97;
    Burgos 42.34 -3.70; Salamanca 40.97 -5.66; Arguineguin 27.76 -15.68; Arrecife 28.96 -13.55`,
  at: `Vienna=Wien 48.21 16.37; Graz 47.07 15.44; Linz 48.31 14.29; Salzburg 47.81 13.04; Innsbruck 47.27 11.39;
    Klagenfurt=Klagenfurt am Worthersee 46.62 14.31; Villach 46.61 13.85; Wels 48.16 14.02; Sankt Polten=St Polten 48.20 15.63;
    Nickelsdorf 47.94 17.07; Spielfeld 46.71 15.64; Dornbirn 47.41 9.74; Steyr 48.04 14.42; Feldkirch 47.24 9.60; Bregenz 47.50 9.75;
    Eisenstadt 47.85 16.52; Parndorf 48.00 16.86; Kufstein 47.58 12.17; Wiener Neustadt 47.81 16.24`,
  pl: `Warsaw=Warszawa 52.23 21.01; Krakow=Cracow 50.06 19.94; Lodz 51.76 19.46; Wroclaw 51.11 17.04; Poznan 52.41 16.93;
    Gdansk 54.35 18.65; Szczecin 53.43 14.55; Bydgoszcz 53.12 18.01; Lublin 51.25 22.57; Bialystok 53.13 23.16;
    Katowice 50.26 19.02; Gdynia 54.52 18.53; Czestochowa 50.81 19.12; Radom 51.40 21.15; Torun 53.01 18.60; Rzeszow 50.04 22.00;
    Sosnowiec 50.29 19.10; Kielce 50.87 20.63; Gliwice 50.29 18.67; Olsztyn 53.78 20.49; Terespol 52.08 23.62; Medyka 49.80 22.93;
    Przemysl 49.78 22.77; Slubice 52.35 14.56; Zgorzelec 51.15 15.01; Swiecko 52.32 14.60; Opole 50.67 17.92; Zielona Gora 51.94 15.50;
    Kuznica 53.51 23.64; Swinoujscie 53.91 14.25`,
  hu: `Budapest 47.50 19.04; Debrecen 47.53 21.63; Szeged 46.25 20.15; Miskolc 48.10 20.78; Pecs 46.07 18.23; Gyor 47.69 17.63;
    Nyiregyhaza 47.96 21.72; Kecskemet 46.91 19.69; Szekesfehervar 47.19 18.41; Szombathely 47.23 16.62; Szolnok 47.18 20.20;
    Roszke 46.19 20.04; Hegyeshalom 47.91 17.16; Sopron 47.68 16.59; Zahony 48.41 22.18; Nagylak 46.17 20.71; Eger 47.90 20.37;
    Nagykanizsa 46.45 16.99; Tatabanya 47.57 18.40; Kaposvar 46.36 17.80; Zalaegerszeg 46.84 16.84`,
  tr: `Istanbul 41.01 28.98; Ankara 39.93 32.86; Izmir 38.42 27.14; Bursa 40.19 29.06; Antalya 36.90 30.70; Adana 37.00 35.32;
    Konya 37.87 32.48; Gaziantep 37.07 37.38; Sanliurfa 37.16 38.79; Mersin 36.80 34.63; Diyarbakir 37.91 40.22; Kayseri 38.73 35.48;
    Edirne 41.68 26.56; Bodrum 37.03 27.43; Canakkale 40.15 26.41; Ayvalik 39.32 26.69; Van 38.49 43.38; Trabzon 41.00 39.72;
    Kapikule 41.72 26.36; Ipsala 40.92 26.38; Cesme 38.32 26.30; Hatay=Antakya 36.20 36.16; Samsun 41.29 36.33; Erzurum 39.90 41.27;
    Izmit=Kocaeli 40.77 29.92; Kusadasi 37.86 27.26; Didim 37.38 27.27; Eskisehir 39.78 30.52; Denizli 37.78 29.09; Malatya 38.36 38.31`,
  us: `New York=New York City 40.71 -74.01; Los Angeles 34.05 -118.24; Chicago 41.88 -87.63; Houston 29.76 -95.37; Phoenix 33.45 -112.07;
    Philadelphia 39.95 -75.17; San Antonio 29.42 -98.49; San Diego 32.72 -117.16; Dallas 32.78 -96.80; San Jose 37.34 -121.89;
    Austin 30.27 -97.74; Jacksonville 30.33 -81.66; Fort Worth 32.76 -97.33; Columbus 39.96 -83.00; Charlotte 35.23 -80.84;
    San Francisco 37.77 -122.42; Indianapolis 39.77 -86.16; Seattle 47.61 -122.33; Denver 39.74 -104.99; Washington=Washington DC 38.91 -77.04;
    Boston 42.36 -71.06; El Paso 31.76 -106.49; Nashville 36.16 -86.78; Detroit 42.33 -83.05; Oklahoma City 35.47 -97.52; Portland 45.52 -122.68;
    Las Vegas 36.17 -115.14; Memphis 35.15 -90.05; Louisville 38.25 -85.76; Baltimore 39.29 -76.61; Milwaukee 43.04 -87.91;
    Albuquerque 35.08 -106.65; Tucson 32.22 -110.97; Fresno 36.74 -119.79; Sacramento 38.58 -121.49; Kansas City 39.10 -94.58;
    Atlanta 33.75 -84.39; Miami 25.76 -80.19; Oakland 37.80 -122.27; Minneapolis 44.98 -93.27; Tampa 27.95 -82.46; New Orleans 29.95 -90.07;
    Cleveland 41.50 -81.69; Honolulu 21.31 -157.86; Newark 40.74 -74.17; Laredo 27.51 -99.51; Brownsville 25.90 -97.50; McAllen 26.20 -98.23;
    Orlando 28.54 -81.38; Pittsburgh 40.44 -80.00; Cincinnati 39.10 -84.51; Saint Louis=St Louis 38.63 -90.20; Buffalo 42.89 -78.88;
    Nogales 31.34 -110.93; Calexico 32.68 -115.50; San Ysidro 32.55 -117.04; Eagle Pass 28.71 -100.50; Del Rio 29.36 -100.90; Yuma 32.69 -114.63;
    Salt Lake City 40.76 -111.89; Omaha 41.26 -95.93; Raleigh 35.78 -78.64; Richmond 37.54 -77.44; Birmingham 33.52 -86.80; Anchorage 61.22 -149.90;
    Bakersfield 35.37 -119.02; Riverside 33.95 -117.40; Mesa 33.42 -111.83; Tulsa 36.15 -95.99; Arlington 32.74 -97.11; Wichita 37.69 -97.34`,
  gb: `London 51.51 -0.13; Birmingham 52.49 -1.89; Manchester 53.48 -2.24; Glasgow 55.86 -4.25; Liverpool 53.41 -2.98; Leeds 53.80 -1.55;
    Sheffield 53.38 -1.47; Edinburgh 55.95 -3.19; Bristol 51.45 -2.59; Cardiff 51.48 -3.18; Belfast 54.60 -5.93; Dover 51.13 1.31;
    Folkestone 51.08 1.18; Leicester 52.64 -1.13; Nottingham 52.95 -1.15; Newcastle=Newcastle upon Tyne 54.98 -1.61; Southampton 50.91 -1.40;
    Harwich 51.94 1.29; Purfleet 51.48 0.24; Holyhead 53.31 -4.63`,
  ie: 'Dublin 53.35 -6.26; Cork 51.90 -8.48; Limerick 52.66 -8.63; Galway 53.27 -9.05; Rosslare 52.25 -6.34',
  pt: 'Lisbon=Lisboa 38.72 -9.14; Porto=Oporto 41.15 -8.61; Braga 41.55 -8.43; Coimbra 40.21 -8.43; Faro 37.02 -7.93; Beja 38.02 -7.86; Vilar Formoso 40.61 -6.84',
  ch: `Zurich=Zuerich 47.38 8.54; Geneva=Geneve=Genf 46.20 6.15; Basel 47.56 7.59; Bern=Berne 46.95 7.45; Lausanne 46.52 6.63;
    Lugano 46.00 8.95; Chiasso 45.83 9.03; Lucerne=Luzern 47.05 8.31; Winterthur 47.50 8.72; Buchs 47.17 9.48`,
  lu: 'Luxembourg=Luxemburg 49.61 6.13; Esch-sur-Alzette 49.50 5.98',
  cz: 'Prague=Praha 50.08 14.44; Brno 49.20 16.61; Ostrava 49.82 18.26; Plzen=Pilsen 49.75 13.38; Liberec 50.77 15.06; Olomouc 49.59 17.25; Cheb 50.08 12.37; Breclav 48.76 16.88',
  sk: 'Bratislava 48.15 17.11; Kosice 48.72 21.26; Zilina 49.22 18.74; Nitra 48.31 18.09; Presov 49.00 21.24; Ubla 48.90 22.38; Vysne Nemecke 48.66 22.26',
  si: 'Ljubljana 46.06 14.51; Maribor 46.55 15.65; Koper 45.55 13.73; Nova Gorica 45.96 13.65',
  hr: 'Zagreb 45.81 15.98; Split 43.51 16.44; Rijeka 45.33 14.44; Osijek 45.55 18.69; Zadar 44.12 15.23; Dubrovnik 42.65 18.09; Bregana 45.84 15.69; Bajakovo 45.05 19.10',
  rs: 'Belgrade=Beograd 44.79 20.45; Novi Sad 45.27 19.83; Nis 43.32 21.90; Subotica 46.10 19.67; Horgos 46.16 19.97; Presevo 42.31 21.65; Dimitrovgrad 43.02 22.78; Sid 45.13 19.23; Kragujevac 44.01 20.92',
  ba: 'Sarajevo 43.86 18.41; Banja Luka 44.77 17.19; Bihac 44.82 15.87; Velika Kladusa 45.18 15.81; Tuzla 44.54 18.67; Mostar 43.34 17.81',
  me: 'Podgorica 42.44 19.26; Bar 42.10 19.10; Budva 42.29 18.84',
  mk: 'Skopje 42.00 21.43; Gevgelija 41.14 22.50; Tetovo 42.01 20.97; Bitola 41.03 21.33; Kumanovo 42.13 21.71; Tabanovce 42.21 21.70',
  al: 'Tirana=Tirane 41.33 19.82; Durres 41.32 19.45; Vlore=Vlora 40.47 19.49; Shkoder 42.07 19.51; Kakavia 39.91 20.36',
  xk: 'Pristina=Prishtina 42.66 21.17; Prizren 42.21 20.74',
  md: 'Chisinau=Kishinev 47.01 28.86; Balti 47.76 27.93; Tiraspol 46.84 29.63; Ungheni 47.21 27.80; Leuseni 46.82 28.19',
  by: 'Minsk 53.90 27.57; Brest-Litovsk 52.10 23.73; Grodno=Hrodna 53.67 23.83; Gomel=Homel 52.43 30.98',
  ru: 'Moscow=Moskva 55.76 37.62; Saint Petersburg=Sankt Peterburg 59.93 30.34; Kaliningrad 54.71 20.51; Rostov-on-Don=Rostov na Donu 47.24 39.71; Krasnodar 45.04 38.98; Kazan 55.80 49.11; Novosibirsk 55.03 82.92; Yekaterinburg 56.84 60.61; Pskov 57.82 28.33; Murmansk 68.97 33.09',
  lt: 'Vilnius 54.69 25.28; Kaunas 54.90 23.90; Klaipeda 55.70 21.14; Medininkai 54.54 25.65; Kybartai 54.64 22.76',
  lv: 'Riga 56.95 24.11; Daugavpils 55.87 26.54; Liepaja 56.51 21.01; Terehova 56.37 28.15',
  ee: 'Tallinn 59.44 24.75; Tartu 58.38 26.73; Narva 59.38 28.20',
  fi: 'Helsinki 60.17 24.94; Tampere 61.50 23.76; Turku 60.45 22.27; Oulu 65.01 25.47; Vaalimaa 60.60 27.83; Tornio 65.85 24.15',
  se: 'Stockholm 59.33 18.07; Gothenburg=Goteborg 57.71 11.97; Malmo=Malmoe 55.60 13.00; Uppsala 59.86 17.64; Trelleborg 55.38 13.16; Helsingborg 56.05 12.69; Ystad 55.43 13.82; Haparanda 65.84 24.14',
  no: 'Oslo 59.91 10.75; Bergen 60.39 5.32; Trondheim 63.43 10.40; Stavanger 58.97 5.73; Kirkenes 69.73 30.05; Svinesund 59.10 11.27',
  dk: 'Copenhagen=Kobenhavn 55.68 12.57; Aarhus=Arhus 56.16 10.20; Odense 55.40 10.39; Aalborg 57.05 9.92; Padborg 54.82 9.36; Rodby 54.69 11.39',
  mt: 'Valletta 35.90 14.51; Marsa 35.88 14.50',
  cy: 'Nicosia=Lefkosia 35.19 33.38; Limassol=Lemesos 34.71 33.02; Larnaca=Larnaka 34.92 33.62; Paphos=Pafos 34.78 32.42',
  ng: `Lagos 6.46 3.39; Kano 12.00 8.52; Ibadan 7.38 3.90; Abuja 9.06 7.49; Benin City=Benin 6.34 5.63; Port Harcourt 4.82 7.05;
    Kaduna 10.52 7.44; Jos 9.92 8.89; Enugu 6.46 7.55; Aba 5.11 7.37; Onitsha 6.14 6.79; Warri 5.52 5.76; Maiduguri 11.83 13.15; Sokoto 13.06 5.24;
    Calabar 4.95 8.32; Owerri 5.48 7.03; Ilorin 8.50 4.55; Abeokuta 7.16 3.35; Katsina 12.99 7.60; Uyo 5.04 7.91; Akure 7.25 5.19; Asaba 6.20 6.73; Uromi 6.70 6.33`,
  vn: `Hanoi=Ha Noi 21.03 105.85; Ho Chi Minh City=Thanh pho Ho Chi Minh=Saigon=Ho Chi Minh 10.82 106.63; Haiphong=Hai Phong 20.86 106.68;
    Da Nang=Danang 16.05 108.20; Can Tho 10.03 105.78; Hue 16.46 107.59; Nha Trang 12.24 109.19; Vinh 18.67 105.69; Ha Tinh 18.34 105.91; Lao Cai 22.49 103.97;
    Mong Cai 21.52 107.97; Dong Hoi 17.47 106.60; Thanh Hoa 19.81 105.78; Hai Duong 20.94 106.33; Bien Hoa 10.95 106.82; Quang Ninh=Ha Long 20.95 107.08; Lang Son 21.85 106.76; Tay Ninh 11.31 106.10`,
  cn: `Beijing 39.90 116.41; Shanghai 31.23 121.47; Guangzhou 23.13 113.26; Shenzhen 22.54 114.06; Chengdu 30.57 104.07; Chongqing 29.56 106.55;
    Tianjin 39.34 117.36; Wuhan 30.59 114.31; Xian=Xi an 34.34 108.94; Hangzhou 30.27 120.16; Nanjing 32.06 118.80; Fuzhou 26.07 119.30; Xiamen 24.48 118.09;
    Wenzhou 28.00 120.67; Qingtian 28.14 120.29; Kunming 24.88 102.83; Shenyang 41.81 123.43; Harbin 45.80 126.53; Changle 25.96 119.52; Ningbo 29.87 121.54; Urumqi 43.83 87.62; Qingdao 36.07 120.38; Dalian 38.91 121.61`,
  ma: 'Casablanca 33.57 -7.59; Rabat 34.02 -6.84; Tangier=Tanger 35.77 -5.80; Fes=Fez 34.03 -5.00; Marrakesh=Marrakech 31.63 -8.00; Nador 35.17 -2.93; Agadir 30.43 -9.60; Oujda 34.68 -1.91; Laayoune 27.15 -13.20',
  dz: 'Algiers=Alger 36.75 3.06; Oran 35.70 -0.63; Annaba 36.90 7.77; Tamanrasset 22.79 5.52',
  tn: 'Tunis 36.81 10.18; Sfax 34.74 10.76; Zarzis 33.50 11.11; Sousse 35.83 10.64',
  ly: 'Tripoli 32.89 13.19; Benghazi 32.12 20.09; Misrata 32.38 15.09; Zuwara=Zuara 32.93 12.08; Sabratha 32.79 12.49; Sabha=Sebha 27.04 14.43; Zawiya 32.76 12.73; Tobruk 32.08 23.96',
  eg: 'Cairo 30.04 31.24; Alexandria 31.20 29.92; Giza 30.01 31.21; Port Said 31.26 32.30; Salloum 31.57 25.16',
  sy: 'Damascus 33.51 36.28; Aleppo 36.20 37.13; Homs 34.73 36.71; Latakia 35.52 35.79; Idlib 35.93 36.63; Raqqa 35.95 39.01',
  iq: 'Baghdad 33.31 44.37; Erbil=Arbil 36.19 44.01; Mosul 36.34 43.13; Basra 30.51 47.78; Sulaymaniyah 35.56 45.43; Kirkuk 35.47 44.39; Zakho 37.14 42.68',
  ir: 'Tehran 35.69 51.39; Mashhad 36.26 59.62; Tabriz 38.08 46.29; Isfahan 32.65 51.67; Urmia 37.55 45.07; Zahedan 29.50 60.86',
  af: 'Kabul 34.56 69.21; Herat 34.35 62.20; Kandahar 31.63 65.71; Mazar-i-Sharif 36.71 67.11; Jalalabad 34.43 70.45; Nimroz=Zaranj 30.96 61.86',
  pk: 'Karachi 24.86 67.00; Lahore 31.55 74.34; Islamabad 33.68 73.05; Peshawar 34.02 71.52; Quetta 30.18 66.98; Gujrat 32.57 74.08',
  bd: 'Dhaka 23.81 90.41; Chittagong 22.36 91.78; Sylhet 24.90 91.87',
  in: 'Delhi=New Delhi 28.61 77.21; Mumbai 19.08 72.88; Kolkata 22.57 88.36; Chennai 13.08 80.27; Amritsar 31.63 74.87; Bengaluru=Bangalore 12.97 77.59',
  lb: 'Beirut 33.89 35.50; Tripoli 34.44 35.85',
  er: 'Asmara 15.32 38.93',
  et: 'Addis Ababa 9.01 38.75',
  so: 'Mogadishu 2.05 45.32; Hargeisa 9.56 44.06',
  sd: 'Khartoum 15.50 32.56; Omdurman 15.64 32.48; Kassala 15.45 36.40',
  ke: 'Nairobi -1.29 36.82; Mombasa -4.04 39.67',
  ne: 'Niamey 13.51 2.11; Agadez 16.97 7.99; Zinder 13.80 8.99',
  ml: 'Bamako 12.64 -8.00; Gao 16.27 -0.04',
  sn: 'Dakar 14.72 -17.47; Saint-Louis 16.02 -16.49; Mbour 14.42 -16.97',
  gm: 'Banjul 13.45 -16.58',
  mr: 'Nouakchott 18.08 -15.98; Nouadhibou 20.93 -17.03',
  gh: 'Accra 5.60 -0.19; Kumasi 6.69 -1.62',
  ci: 'Abidjan 5.36 -4.01',
  cm: 'Douala 4.05 9.77; Yaounde 3.85 11.50',
  ge: 'Tbilisi 41.72 44.83; Batumi 41.62 41.64',
  am: 'Yerevan 40.18 44.51',
  az: 'Baku 40.41 49.87',
  mx: 'Mexico City=Ciudad de Mexico 19.43 -99.13; Tijuana 32.51 -117.04; Ciudad Juarez=Juarez 31.69 -106.42; Tenancingo 19.14 -98.19; Nuevo Laredo 27.48 -99.51; Reynosa 26.09 -98.28; Matamoros 25.87 -97.50; Tapachula 14.91 -92.26; Monterrey 25.69 -100.32; Guadalajara 20.66 -103.35; Puebla 19.04 -98.21',
  gt: 'Guatemala City 14.63 -90.51',
  hn: 'Tegucigalpa 14.07 -87.19; San Pedro Sula 15.50 -88.03',
  sv: 'San Salvador 13.69 -89.22',
  co: 'Bogota 4.71 -74.07; Medellin 6.24 -75.58; Cali 3.45 -76.53; Cucuta 7.89 -72.50',
  ve: 'Caracas 10.48 -66.90; Maracaibo 10.64 -71.61',
  br: 'Sao Paulo -23.55 -46.63; Rio de Janeiro -22.91 -43.17; Fortaleza -3.73 -38.52',
  do: 'Santo Domingo 18.49 -69.93',
  ca: 'Toronto 43.65 -79.38; Montreal 45.50 -73.57; Vancouver 49.28 -123.12; Calgary 51.05 -114.07',
  ae: 'Dubai 25.20 55.27; Abu Dhabi 24.45 54.38',
  th: 'Bangkok 13.76 100.50; Pattaya 12.93 100.88',
  ph: 'Manila 14.60 120.98; Cebu 10.32 123.89',
};
