import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePets } from '#web/features/pets/pets-queries.ts';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { errorWords } from '#web/lib/api/error-words.ts';
import { useRequestKey } from '#web/lib/use-request-key.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { OfferPreview } from './offer-preview.tsx';
import type { OfferStart } from './offer-start.ts';
import { OfferTimes } from './offer-times.tsx';
import { type OfferBody, offerPreviewQuery, sendOffer } from './offers-queries.ts';
import classes from './offers.module.css';

interface OfferDialogProps {
  conversationId: string;
  contactId: string;
  start?: OfferStart;
  onClose: () => void;
}

/** Offers up to three times to the customer of a conversation: service, pets, times, and what the customer will see. */
export function OfferDialog({ conversationId, contactId, start = {}, onClose }: OfferDialogProps) {
  const { t } = useTranslation('offers');
  const { data: services = [] } = useQuery(servicesQuery);
  const { data: pets = [] } = usePets(contactId);
  const [serviceId, setServiceId] = useState(start.serviceId);
  const [petIds, setPetIds] = useState(start.petIds);
  const [times, setTimes] = useState(start.times);
  const { key: clientKey, onError } = useRequestKey();
  const offered = services.filter(({ active }) => active);
  const service = serviceId ?? offered[0]?._id;
  const chosenPets = petIds ?? (pets.length === 1 ? pets.map(({ _id }) => _id) : []);
  const body: OfferBody = {
    service_id: service ?? '',
    pet_ids: [...chosenPets],
    ...(times && { slots: [...times] }),
  };
  const preview = useQuery({
    ...offerPreviewQuery(conversationId, body),
    enabled: service !== undefined && times?.length !== 0,
    placeholderData: keepPreviousData,
  });
  const shown = times ?? preview.data?.slots.map(({ starts_at }) => ({ starts_at }));
  const send = useMutation({
    mutationFn: () => sendOffer(conversationId, { ...body, slots: [...(shown ?? [])] }, clientKey),
    onSuccess: () => {
      toast({ message: t('sent') });
      onClose();
    },
    onError: (error) => {
      onError(error);
      toastError(error);
    },
  });
  const canSend = shown !== undefined && shown.length > 0 && !preview.error && !preview.isPlaceholderData;

  return (
    <CardDialog title={t('title')} onClose={onClose}>
      <label className={classes.field}>
        <span className={classes.label}>{t('service')}</span>
        <select
          value={service ?? ''}
          onChange={({ currentTarget }) => {
            setServiceId(currentTarget.value);
            setTimes(undefined);
          }}
        >
          {offered.map(({ _id, name }) => (
            <option key={_id} value={_id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {pets.length > 0 && (
        <ChoiceChips
          label={t('pets')}
          choices={pets.map(({ _id, name }) => ({ value: _id, label: name }))}
          chosen={chosenPets}
          onChange={(chosen) => {
            setPetIds(chosen);
            setTimes(undefined);
          }}
        />
      )}
      {service !== undefined && shown && (
        <OfferTimes serviceId={service} petIds={chosenPets} times={shown} onChange={setTimes} />
      )}
      {preview.error && (
        <p className={classes.problem} role="alert">
          {errorWords(preview.error)}
        </p>
      )}
      {preview.data && !preview.error && <OfferPreview message={preview.data.message} />}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={!canSend} loading={send.isPending} onClick={() => send.mutate()}>
          {t('send')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
