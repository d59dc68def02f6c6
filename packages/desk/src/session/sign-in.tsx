import { type FormEvent, type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { call, sitting } from '../api/call.ts';
import type { AnswerOf } from '../api/contract.ts';
import { Door } from '../ui/door.tsx';
import { Field } from '../ui/field.tsx';
import { Go } from '../ui/go.tsx';
import { Said } from '../ui/said.tsx';
import { useDoing } from '../ui/use-doing.ts';
import { useWords } from '../words/words.tsx';

type Step = AnswerOf<'signInWithPassword'>;
type Offer = AnswerOf<'offerSecondFactor'>;

/** The steps of signing in, one after the other, as the hub asks for them. */
export function SignIn({ onOpen }: { readonly onOpen: () => void }) {
  const [stage, setStage] = useState<Step['stage'] | 'name'>('name');
  const onStep = (step: Step) => {
    sitting.formToken = step.formToken;
    if (step.stage === 'open') onOpen();
    else setStage(step.stage);
  };
  if (stage === 'code') return <CodeStep onStep={onStep} />;
  if (stage === 'password') return <PasswordStep onStep={onStep} />;
  if (stage === 'enrolment') return <EnrolmentStep onStep={onStep} />;
  return <NameStep onStep={onStep} />;
}

interface StepProps {
  readonly onStep: (step: Step) => void;
}

function NameStep({ onStep }: StepProps) {
  const { say } = useWords();
  return (
    <StepForm
      title={say('signIn.title')}
      words={say('signIn.words')}
      submit={say('signIn.submit')}
      send={({ person = '', password = '' }) => call('signInWithPassword', { body: { person, password } })}
      onStep={onStep}
    >
      <Field name="person" label={say('signIn.person')} autoComplete="username" autoFocus isRequired />
      <Field
        name="password"
        type="password"
        label={say('signIn.password')}
        autoComplete="current-password"
        isRequired
      />
    </StepForm>
  );
}

function CodeStep({ onStep }: StepProps) {
  const { say } = useWords();
  return (
    <StepForm
      title={say('signIn.code.title')}
      words={say('signIn.code.words')}
      submit={say('signIn.submit')}
      send={({ code = '' }) => call('enterCode', { body: { code } })}
      onStep={onStep}
    >
      <CodeField />
    </StepForm>
  );
}

function PasswordStep({ onStep }: StepProps) {
  const { say } = useWords();
  return (
    <StepForm
      title={say('signIn.choose.title')}
      words={say('signIn.choose.words')}
      submit={say('signIn.choose.submit')}
      send={({ password = '' }) => call('choosePassword', { body: { password } })}
      onStep={onStep}
    >
      <Field
        name="password"
        type="password"
        label={say('signIn.choose.password')}
        autoComplete="new-password"
        autoFocus
        isRequired
      />
    </StepForm>
  );
}

function EnrolmentStep({ onStep }: StepProps) {
  const { say } = useWords();
  const [offer, setOffer] = useState<Offer | null>(null);
  if (offer === null) {
    return (
      <StepForm
        title={say('signIn.enrol.title')}
        words={say('signIn.enrol.words')}
        submit={say('signIn.enrol.offer')}
        send={() => call('offerSecondFactor', {})}
        onStep={setOffer}
      />
    );
  }
  return (
    <StepForm
      title={say('signIn.enrol.title')}
      words={say('signIn.enrol.type')}
      submit={say('signIn.submit')}
      send={({ code = '' }) => call('confirmSecondFactor', { body: { code } })}
      onStep={onStep}
    >
      <output className="secret">{offer.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</output>
      <Go to={offer.uri}>{say('signIn.enrol.open')}</Go>
      <CodeField />
    </StepForm>
  );
}

function CodeField() {
  const { say } = useWords();
  return (
    <Field
      name="code"
      label={say('signIn.code')}
      inputMode="numeric"
      pattern="\d{6}"
      autoComplete="one-time-code"
      autoFocus
      isRequired
    />
  );
}

interface StepFormProps<Answer> {
  readonly title: string;
  readonly words: string;
  readonly submit: string;
  readonly send: (given: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly onStep: (answer: Answer) => void;
  readonly children?: ReactNode;
}

function StepForm<Answer>({ title, words, submit, send, onStep, children }: StepFormProps<Answer>) {
  const doing = useDoing();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    doing.run(async () => onStep(await send(given)));
  };
  return (
    <Door title={title} words={words}>
      <Form onSubmit={onSubmit} className="stack">
        {children}
        <Said doing={doing} />
        <button type="submit" className="button primary" disabled={doing.isBusy}>
          {submit}
        </button>
      </Form>
    </Door>
  );
}
