import { Name } from '../../../ui/name.tsx';
import { useWords } from '../../../words/words.tsx';
import { type PictureProps, pictureOf } from './picture.ts';

/** Two counts for each place or month, one bar to either side of its name: whether both are ever there shows at once. */
export function SideBySide({ finding }: PictureProps) {
  const { say, name, number } = useWords();
  const picture = pictureOf(finding, 'table');
  if (picture === undefined) return null;
  const [middle = '', left = '', right = ''] = picture.heads.map((head) => name('picture.side', head));
  const rows = picture.rows.map(([at, one, other]) => ({
    at: String(at ?? ''),
    counts: [Number(one ?? 0), Number(other ?? 0)] as const,
  }));
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const width = (count: number) => ({ width: `${(100 * count) / most}%` });
  return (
    <div className="stack tight">
      <div className="table-frame">
        <table className="beside">
          <caption className="unseen">{say('picture.beside', { left, right })}</caption>
          <thead>
            <tr>
              <th scope="col">{left}</th>
              <th scope="col">{middle}</th>
              <th scope="col">{right}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, counts: [one, other] }) => (
              <tr key={at}>
                <td>
                  <span className="beside-bar">
                    <span className="figure">{number(one)}</span>
                    <span className="beside-count one" style={width(one)} />
                  </span>
                </td>
                <th scope="row">
                  <Name>{at}</Name>
                </th>
                <td>
                  <span className="beside-bar">
                    <span className="beside-count" style={width(other)} />
                    <span className="figure">{number(other)}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {picture.more > 0 && <p className="quiet small">{say('picture.more', { count: picture.more })}</p>}
    </div>
  );
}
