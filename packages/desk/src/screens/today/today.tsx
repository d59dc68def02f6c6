import { useSitting } from '../../session/sitting.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/words.tsx';
import { ClocksSoon } from './clocks-soon.tsx';
import { FindingsToReview } from './findings-to-review.tsx';
import { HitsToAnswer } from './hits-to-answer.tsx';
import { PairsToJudge } from './pairs-to-judge.tsx';
import { ProblemsThatCame } from './problems-that-came.tsx';
import { WhatChanged } from './what-changed.tsx';

/** What waits for somebody, each a link into the work. */
export function Today() {
  const { say, locale } = useWords();
  const { person, offered } = useSitting();
  const today = new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date());
  if (person.roles.length === 0) {
    return (
      <Screen title={say('today.title')} lead={today}>
        <Empty title={say('today.noRole')}>{say('today.noRole.words')}</Empty>
      </Screen>
    );
  }
  return (
    <Screen title={say('today.title')} lead={today}>
      <div className="cards">
        {offered.hits && <HitsToAnswer />}
        {offered.clocks && <ClocksSoon />}
        {offered.review && <PairsToJudge />}
        {offered.view && <FindingsToReview />}
        {offered.intake && <ProblemsThatCame />}
        {offered.notices && <WhatChanged />}
      </div>
    </Screen>
  );
}
