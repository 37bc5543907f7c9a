import { useEffect, useState } from 'react';
import { type Step, STEPS } from './draft.ts';

interface StepState {
  step?: Step;
}

const stepOfHistory = (): Step => {
  const { step } = (window.history.state ?? {}) as StepState;
  return step !== undefined && STEPS.includes(step) ? step : 'pets';
};

/** The wanted step. Each step is an entry of the history, so that the back button of a phone goes one step back. */
export function useStep(): [Step, (step: Step) => void] {
  const [step, setStep] = useState(stepOfHistory);
  useEffect(() => {
    const follow = () => setStep(stepOfHistory());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = (next: Step) => {
    window.history.pushState({ step: next } satisfies StepState, '');
    setStep(next);
  };
  return [step, go];
}
