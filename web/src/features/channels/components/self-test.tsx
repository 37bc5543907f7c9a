import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { Actions } from '#web/ui/actions.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { testChannel } from '../channels-queries.ts';
import classes from './channel-health.module.css';

/** Runs the self-test of a channel and shows the result of each step. */
export function SelfTest({
  channel: { _id, name },
  children,
}: {
  channel: Schemas['ChannelDto'];
  children: ReactNode;
}) {
  const { t } = useTranslation('channels');
  const test = useMutation({ mutationFn: () => testChannel(_id) });
  return (
    <>
      <FormError error={test.error} />
      <ol className={classes.steps} role="status">
        {test.data?.steps.map(({ step, ok, message }) => (
          <li key={step} data-tone={ok ? undefined : 'error'}>
            {ok ? '✓' : '✗'} {message}
          </li>
        ))}
      </ol>
      <Actions>
        <Button
          variant="default"
          size="sm"
          loading={test.isPending}
          onClick={() => test.mutate()}
          aria-label={t('health.testOne', { name })}
        >
          {t('health.test')}
        </Button>
        {children}
      </Actions>
    </>
  );
}
