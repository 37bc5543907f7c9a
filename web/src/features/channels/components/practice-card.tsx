import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { channelsQuery, connectChannel, practiceQuery } from '../channels-queries.ts';

/** Offers a practice account of the sandbox, and the practice phone on which the user plays a customer. */
export function PracticeCard() {
  const { t } = useTranslation('channels');
  const { data: practice } = useQuery(practiceQuery);
  const { data: channels } = useQuery(channelsQuery);
  const connect = useMutation({ mutationFn: connectChannel });
  if (!practice || !channels) return null;

  const { account } = practice;
  const isConnected = channels.some(({ external_id: id, state }) => id === account.external_id && state === 'live');
  return (
    <Card title={t('practice.title')} text={t(isConnected ? 'practice.write' : 'practice.text')}>
      <FormError error={connect.error} />
      {isConnected ? (
        <Actions>
          <Button
            component="a"
            href={phonePage(practice)}
            target="_blank"
            rel="noreferrer"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('practice.phone')}
          </Button>
          <Button component={Link} to="/" variant="default">
            {t('welcome.inbox')}
          </Button>
        </Actions>
      ) : (
        <Button onClick={() => connect.mutate(account)} loading={connect.isPending}>
          {t('practice.connect')}
        </Button>
      )}
    </Card>
  );
}

/** Opens the practice phone at the customers of the practice account. */
const phonePage = ({ phone_url, account }: Schemas['PracticeDto']): string =>
  `${phone_url}#${account.platform}/${account.external_id}`;
