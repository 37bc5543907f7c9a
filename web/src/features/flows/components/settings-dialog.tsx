import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { DraftSaver } from '../draft-saver.ts';
import { changeFlow, type Flow } from '../flows-queries.ts';
import { useFlowChannels } from '../use-flow-names.ts';

const MAX_NAME_LENGTH = 100;

interface SettingsDialogProps {
  flow: Flow;
  saver: DraftSaver;
  onClose: () => void;
}

/** The name of the flow, and the channels that it hears. */
export function SettingsDialog({ flow, saver, onClose }: SettingsDialogProps) {
  const { t } = useTranslation('flows');
  const channels = useFlowChannels([]);
  const [name, setName] = useState(flow.name);
  const [ids, setIds] = useState(flow.channel_ids);
  const save = useMutation({
    mutationFn: () =>
      saver.changeOther(
        async (rev) => (await changeFlow(flow._id, { name: name.trim(), channel_ids: ids, draft_rev: rev })).draft_rev,
      ),
    onSuccess: onClose,
  });
  return (
    <CardDialog title={t('settings.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <FormError error={save.error} />
        <TextInput
          data-autofocus
          label={t('new.name')}
          value={name}
          maxLength={MAX_NAME_LENGTH}
          required
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          mb="md"
        />
        {channels.length > 0 && (
          <Checkbox.Group
            label={t('settings.channels')}
            description={t('settings.channelsHint')}
            value={ids}
            onChange={setIds}
          >
            {channels.map(({ _id, name: channel }) => (
              <Checkbox key={_id} value={_id} label={channel} mt="xs" />
            ))}
          </Checkbox.Group>
        )}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        </DialogButtons>
      </form>
    </CardDialog>
  );
}
