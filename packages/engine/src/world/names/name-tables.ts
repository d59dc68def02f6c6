// Names as they are written in their own script, followed by the spellings met in Latin-script files. The first
// spelling is the usual one. Made up of common given and family names; the persons are invented.

export const arabicMen = `محمد|Mohammed|Mohamed|Muhammad|Mohammad|Mohamad
أحمد|Ahmed|Ahmad|Ahmet
علي|Ali|Aly
حسين|Hussein|Husain|Hossein|Hussain
حسن|Hassan|Hasan
عمر|Omar|Umar|Omer
يوسف|Youssef|Yusuf|Yousef|Yousif
إبراهيم|Ibrahim|Ebrahim|Brahim
خالد|Khaled|Khalid
محمود|Mahmoud|Mahmood|Mahmud
مصطفى|Mustafa|Mostafa|Mustapha
عبد الله|Abdullah|Abdallah|Abdulla
عبد الرحمن|Abdulrahman|Abdelrahman|Abdurrahman
عبد العزيز|Abdulaziz|Abdelaziz|Abdul Aziz
سعيد|Said|Saeed|Saïd
سامر|Samer|Samir
طارق|Tariq|Tarek|Tarik
ياسر|Yasser|Yasir|Jaser
بلال|Bilal|Belal
كريم|Karim|Kareem
رشيد|Rashid|Rachid|Rasheed
جمال|Jamal|Gamal|Djamal
نبيل|Nabil|Nabeel
فيصل|Faisal|Faysal|Feisal
وليد|Walid|Waleed|Oualid
زياد|Ziad|Ziyad
حمزة|Hamza|Hamzah
أنس|Anas|Anass
مروان|Marwan|Marouane
قاسم|Qasim|Kassem|Qassem
جعفر|Jafar|Jaafar|Djafar
صالح|Saleh|Salih
ماجد|Majid|Majed
رضا|Reda|Rida|Ridha
فؤاد|Fouad|Fuad
هشام|Hisham|Hicham`;

export const arabicWomen = `فاطمة|Fatima|Fatema|Fatma|Fatimah
عائشة|Aisha|Aicha|Ayesha
مريم|Maryam|Mariam|Meryem
زينب|Zainab|Zeinab|Zaynab
خديجة|Khadija|Khadijah|Hadija
نور|Nour|Noor|Nur
سارة|Sara|Sarah
ليلى|Layla|Leila|Laila
هدى|Huda|Houda
أمل|Amal|Amel
رنا|Rana|Rana
سلمى|Salma|Selma
ياسمين|Yasmin|Yasmine|Jasmin
إيمان|Iman|Eman|Imane
حنان|Hanan|Hanane
سمية|Sumaya|Soumaya|Sumayyah
نادية|Nadia|Nadya
رقية|Ruqayya|Rokaya|Roukaya
أسماء|Asma|Asmaa
هاجر|Hajar|Hagar`;

export const arabicFamilies = `الأحمد|Al-Ahmad|Alahmad|Al Ahmed
الحسن|Al-Hassan|Alhasan|El Hassan
الخطيب|Al-Khatib|Alkhatib|El Khatib
الشامي|Al-Shami|Alshami|El Chami
المصري|Al-Masri|Almasri|El Masry
العلي|Al-Ali|Alali|Al Ali
البغدادي|Al-Baghdadi|Albaghdadi|El Baghdadi
التميمي|Al-Tamimi|Altamimi|Tamimi
الجبوري|Al-Jubouri|Aljuburi|Al Jibouri
الدليمي|Al-Dulaimi|Aldulaimi|Al Dulaymi
حداد|Haddad|Hadad
نجار|Najjar|Najar|Nadjar
خوري|Khoury|Khouri|Khuri
سليمان|Suleiman|Sulaiman|Soliman|Souleymane
منصور|Mansour|Mansoor|Mansur
بن علي|Ben Ali|Benali
بن عمر|Ben Omar|Benomar|Ben Amor
العلوي|El Alaoui|Alaoui|Al-Alawi
الإدريسي|El Idrissi|Idrissi|Al-Idrisi
بناني|Bennani|Benani
الفاسي|El Fassi|Fassi|Al-Fasi
شريف|Sharif|Cherif|Shareef
عثمان|Othman|Osman|Uthman
حمدان|Hamdan|Hamdane
درويش|Darwish|Darwich|Derwish
قباني|Qabbani|Kabbani
زيدان|Zidan|Zidane|Zeidan
جابر|Jaber|Jabir|Gaber
ناصر|Nasser|Nasir|Naser
رمضان|Ramadan|Ramadhan
عيسى|Issa|Eissa|Isa
موسى|Moussa|Musa|Mousa
يونس|Younes|Yunus|Younis
خليل|Khalil|Khaleel
طه|Taha|Taha
الحمصي|Al-Homsi|Alhomsi|Homsi
الرفاعي|Al-Rifai|Alrefai|Rifai
السيد|El Sayed|Al-Sayyid|Elsayed
عبد الغني|Abdel Ghani|Abdulghani
القاضي|Al-Qadi|Alkadi|El Kadi
الزهراني|Al-Zahrani|Alzahrani
الكردي|Al-Kurdi|Alkurdi|Kurdi
سلامة|Salama|Salameh|Salamah
عوض|Awad|Awadh|Aouad
بكر|Bakr|Bakir|Baker
صباغ|Sabbagh|Sabagh
مراد|Murad|Mourad
فرج|Faraj|Farag
شاهين|Shahin|Chahine|Shaheen
غانم|Ghanem|Ganim|Ghanim`;

export const nigerianMen = `Oluwaseun|Olúwaṣeun|Seun
Babatunde|Babátúndé|Tunde
Oluwafemi|Olúwafẹ́mi|Femi
Ayodele|Ayọ̀délé|Ayo
Adebayo|Adébáyọ̀|Bayo
Olumide|Olúmìdé
Kehinde|Kẹ́hìndé
Taiwo|Táíwò
Segun|Ṣẹ́gun|Olusegun
Chukwuemeka|Chukwu Emeka|Emeka
Chinedu|Nedu
Obinna|Obina
Ikechukwu|Ikenna|Ike
Uchenna|Uche
Nnamdi|Namdi
Kelechi|Kele
Ifeanyi|Ifeanyichukwu
Chibuzo|Chibuzor
Musa|Moussa
Abubakar|Abubakr|Aboubakar
Sani|Sanni
Aminu|Amin
Yakubu|Yaqub
Suleiman|Sulaiman|Suleman
Danjuma|Dan Juma
Osaze|Osazee
Osagie|Osaghie
Efosa|Effosa`;

export const nigerianWomen = `Oluwatoyin|Toyin
Folake|Fọlákẹ́
Yetunde|Yétúndé
Abosede|Abọ́sẹ̀dé|Bose
Titilayo|Títílayọ̀|Titi
Funmilayo|Fúnmiláyọ̀|Funmi
Omolara|Ọmọlará|Lara
Ngozi|Ngozichukwu
Chiamaka|Amaka
Chidinma|Dinma
Ifeoma|Ify
Adaeze|Ada Eze
Nkechi|Nkechinyere|Nkem
Blessing|Blesing
Precious|Preciouse
Joy|Joi
Faith|Fayth
Amina|Aminat|Aminah
Hauwa|Hawa
Zainab|Zaynab
Esohe|Esosa
Osas|Osasere
Itohan|Itoan
Osayuki|Osayuwamen`;

export const nigerianFamilies = `Adeyemi|Adéyẹmí
Okafor|Okafo
Okonkwo|Okonkwor
Balogun|Balógun
Ogunleye|Ògúnléye
Adebisi|Adebiyi
Afolabi|Afọlábí
Olawale|Ọláwálé
Akinola|Akínọlá
Oyelaran|Oyèláràn
Eze|Ezeh
Nwosu|Nwosuh
Chukwu|Chuku
Obi|Obih
Igwe|Igweh
Nnadi|Nadi
Onyeka|Onyekachi
Uzor|Uzoh
Bello|Belo
Abdullahi|Abdulahi
Ibrahim|Ibraheem
Lawal|Lawan
Yusuf|Yusufu
Osagiede|Osagede
Omoregie|Omorogie|Omoruyi
Aigbe|Aighe
Idahosa|Idehosa
Ehigiator|Ehigiato
Okoro|Okorro
Anyanwu|Ayanwu
Fashola|Fáshọlá
Salami|Sallami
Ojo|Òjó
Alabi|Àlàbí
Onwuka|Onuka`;

export const chineseFamilies = `王|Wang|Wong
李|Li|Lee
张|Zhang|Chang|Cheung
刘|Liu|Lau
陈|Chen|Chan
杨|Yang|Yeung
黄|Huang|Hwang|Wong
赵|Zhao|Chao
吴|Wu|Ng
周|Zhou|Chou|Chow
徐|Xu|Hsu
孙|Sun|Suen
马|Ma|Mah
朱|Zhu|Chu
胡|Hu|Woo
郭|Guo|Kuo|Kwok
何|He|Ho
林|Lin|Lam
高|Gao|Kao
郑|Zheng|Cheng
谢|Xie|Hsieh|Tse
罗|Luo|Lo
梁|Liang|Leung
宋|Song|Sung
唐|Tang|Tong
许|Xu|Hsu|Hui
邓|Deng|Teng|Tang
韩|Han|Hon
冯|Feng|Fung
曹|Cao|Tsao
彭|Peng|Pang
曾|Zeng|Tseng|Tsang
肖|Xiao|Hsiao|Siu
田|Tian|Tien
潘|Pan|Poon
袁|Yuan|Yuen`;

export const chineseSyllables = `伟|wei|m
芳|fang|f
娜|na|f
秀英|xiuying|f
敏|min|f
静|jing|f
丽|li|f
强|qiang|m
磊|lei|m
军|jun|m
洋|yang|m
勇|yong|m
艳|yan|f
杰|jie|m
娟|juan|f
涛|tao|m
明|ming|m
超|chao|m
兰|lan|f
霞|xia|f
平|ping|m
刚|gang|m
桂英|guiying|f
文|wen|m
华|hua|m
建|jian|m
国|guo|m
海|hai|m
志|zhi|m
玉|yu|f
春|chun|f
梅|mei|f
雪|xue|f
晓|xiao|f
小|xiao|m
红|hong|f
志强|zhiqiang|m
建国|jianguo|m
晓明|xiaoming|m
丽华|lihua|f
海燕|haiyan|f
春梅|chunmei|f
永|yong|m
龙|long|m
鹏|peng|m
宇|yu|m
浩|hao|m
婷|ting|f
雨|yu|f
欣|xin|f`;
