import { type ReactNode, useState } from 'react';
import { countryName } from '../../words/country-name.ts';
import { useWords } from '../../words/words.tsx';
import { Name } from '../name.tsx';
import { PressButton } from '../press-button.tsx';
import type { Position, TimeSpan, Traced } from '../traced.ts';
import { type Movement, type Spot, wayOf } from './spots.ts';

interface PlaceListProps {
  readonly things: readonly Traced[];
  readonly span: TimeSpan;
  readonly spots: readonly Spot[];
  readonly movements: readonly Movement[];
  readonly chosen: ReadonlySet<string>;
  /** Undefined: there is but one thing, whose way says it all. */
  readonly onChoose: ((things: readonly string[], isAdded: boolean) => void) | undefined;
  readonly onFocus: (at: Position) => void;
}

/** Of no more chosen things the way is told. */
const mostWays = 3;

/** What the map shows, in words: the places, who went from where to where, and the ways of what is chosen. */
export function PlaceList({ things, span, spots, movements, chosen, onChoose, onFocus }: PlaceListProps) {
  const { say } = useWords();
  const isOne = onChoose === undefined;
  const meant = things.filter(({ id }) => isOne || chosen.has(id));
  const told = meant.length > mostWays ? [] : meant;
  return (
    <>
      {told.map((thing) => (
        <Way key={thing.id} thing={thing} span={span} onFocus={onFocus} />
      ))}
      <Listed title={say('map.places')} count={spots.length}>
        {(most) =>
          spots.slice(0, most).map((spot) => (
            <PlaceLine
              key={spot.id}
              spot={spot}
              isOne={isOne}
              isChosen={spot.things.some((id) => chosen.has(id))}
              onChoose={() => {
                onFocus(spot.at);
                onChoose?.(spot.things, false);
              }}
            />
          ))
        }
      </Listed>
      {movements.length > 0 && onChoose !== undefined && (
        <Listed title={say('map.movements')} count={movements.length}>
          {(most) =>
            movements
              .slice(0, most)
              .map((movement) => (
                <MovementLine
                  key={movement.id}
                  movement={movement}
                  isChosen={movement.things.some((id) => chosen.has(id))}
                  onChoose={() => onChoose(movement.things, false)}
                />
              ))
          }
        </Listed>
      )}
    </>
  );
}

function Way({
  thing,
  span,
  onFocus,
}: Pick<PlaceListProps, 'span' | 'onFocus'> & { readonly thing: Traced }) {
  const { say, date } = useWords();
  const way = wayOf(thing, span);
  if (way.length === 0) return null;
  return (
    <section className="stack tight">
      <h3>{say('map.way', { name: thing.title })}</h3>
      <ol className="way">
        {way.map(({ title, country, at, seen }) => (
          <li key={`${seen} ${title} ${country}`}>
            <span className="quiet">{date(seen)}</span>
            {at === null ? (
              <span>
                <PlaceName title={title} country={country} />
              </span>
            ) : (
              <button type="button" className="link-button" onClick={() => onFocus(at)}>
                <PlaceName title={title} country={country} />
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PlaceLine({
  spot,
  isOne,
  isChosen,
  onChoose,
}: LineProps & { readonly spot: Spot; readonly isOne: boolean }) {
  const { say, span } = useWords();
  return (
    <li className="line">
      <span>
        <button type="button" className="link-button" aria-pressed={isChosen} onClick={onChoose}>
          <PlaceName title={spot.title} country={null} />
        </button>
        <PlaceName title={null} country={spot.country} />
        <span className="quiet small block">{span(spot.from, spot.until)}</span>
      </span>
      <span className="quiet">
        {isOne
          ? say('dossier.times', { count: spot.stays })
          : say('map.things', { count: spot.things.length })}
      </span>
    </li>
  );
}

function MovementLine({ movement, isChosen, onChoose }: LineProps & { readonly movement: Movement }) {
  const { say } = useWords();
  const { from, to, isDirected, things } = movement;
  return (
    <li className="line">
      <button type="button" className="link-button" aria-pressed={isChosen} onClick={onChoose}>
        <Name>{from.title}</Name> {/* A direction, in whatever script; read as words. */}
        <span className="movement-sign" aria-hidden="true">
          {isDirected ? '→' : '–'}
        </span>
        <span className="unseen">{say(isDirected ? 'map.to' : 'map.and')}</span> <Name>{to.title}</Name>
      </button>
      <span className="quiet">{say('map.things', { count: things.length })}</span>
    </li>
  );
}

function PlaceName({ title, country }: { readonly title: string | null; readonly country: string | null }) {
  const { locale } = useWords();
  return (
    <>
      {title !== null && <Name>{title}</Name>}{' '}
      {country !== null && <span className="quiet">{countryName(locale, country)}</span>}
    </>
  );
}

interface ListedProps {
  readonly title: string;
  readonly count: number;
  readonly children: (most: number) => ReactNode;
}

const portion = 50;

/** A list under a heading, of which more is shown when asked for. */
function Listed({ title, count, children }: ListedProps) {
  const { say, number } = useWords();
  const [most, setMost] = useState(portion);
  return (
    <section className="stack tight">
      <h3 className="row between">
        {title} <span className="quiet small">{number(count)}</span>
      </h3>
      <ul className="lines">{children(most)}</ul>
      {count > most && (
        <div className="no-print">
          <PressButton onPress={() => setMost(most + portion)}>{say('state.more')}</PressButton>
        </div>
      )}
    </section>
  );
}
