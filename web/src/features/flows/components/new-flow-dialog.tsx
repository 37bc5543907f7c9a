import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Service, servicesQuery } from '#web/features/services/services-queries.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { createFlow, type FlowTemplate, templatesQuery } from '../flows-queries.ts';
import type { FlowGraph } from '../flow-graph.ts';
import { newNode } from '../new-node.ts';
import { needsService, withService } from '../template-service.ts';
import { GraphPicture } from './graph-picture.tsx';
import classes from './new-flow-dialog.module.css';

const MAX_NAME_LENGTH = 100;

interface NewFlowDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** Starts a flow: empty, or from one of the starter flows. */
export function NewFlowDialog({ onClose, onCreated }: NewFlowDialogProps) {
  const { t } = useTranslation('flows');
  const { data: templates = [] } = useQuery(templatesQuery);
  const [chosen, setChosen] = useState<FlowTemplate | null>(null);
  const [name, setName] = useState('');
  const services = useQuery(servicesQuery).data?.filter(({ active }) => active);
  const [serviceId = services?.[0]?._id, setServiceId] = useState<string>();
  const asksForService = chosen !== null && needsService(chosen.graph);
  const create = useMutation({
    mutationFn: async () => {
      const graph = chosen ? await tidied(withService(chosen.graph, serviceId ?? '')) : emptyFlow();
      return createFlow({ name: name.trim() || (chosen?.name ?? t('new.unnamed')), graph });
    },
    onSuccess: ({ _id }) => onCreated(_id),
  });
  return (
    <CardDialog title={t('new.title')} isWide onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <FormError error={create.error} />
        <TextInput
          data-autofocus
          label={t('new.name')}
          placeholder={chosen?.name ?? t('new.unnamed')}
          value={name}
          maxLength={MAX_NAME_LENGTH}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          mb="md"
        />
        <fieldset className={classes.gallery}>
          <legend className={classes.legend}>{t('new.from')}</legend>
          <Choice
            name={t('new.empty')}
            text={t('new.emptyText')}
            isChosen={chosen === null}
            onChoose={() => setChosen(null)}
          />
          {templates.map((template) => (
            <Choice
              key={template.key}
              name={template.name}
              text={template.description}
              isChosen={chosen === template}
              onChoose={() => setChosen(template)}
            >
              <GraphPicture graph={template.graph} />
            </Choice>
          ))}
        </fieldset>
        {asksForService && services && <ServiceChoice services={services} id={serviceId} onChoose={setServiceId} />}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('new.submit')}
          </Button>
        </DialogButtons>
      </form>
    </CardDialog>
  );
}

const emptyFlow = (): FlowGraph => ({ nodes: [newNode('trigger', { x: 0, y: 0 })], edges: [] });

interface ServiceChoiceProps {
  services: readonly Service[];
  id: string | undefined;
  onChoose: (id: string) => void;
}

/** Asks for the service that the steps of a starter flow book. */
function ServiceChoice({ services, id, onChoose }: ServiceChoiceProps) {
  const { t } = useTranslation('flows');
  if (services.length === 0)
    return (
      <p className={classes.noService}>
        {t('new.noService')} <Link to="/settings/services/new">{t('new.addService')}</Link>
      </p>
    );
  return (
    <NativeSelect
      label={t('new.service')}
      description={t('new.serviceHint')}
      value={id ?? ''}
      data={services.map(({ _id, name }) => ({ value: _id, label: name }))}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      mt="md"
    />
  );
}

interface ChoiceProps {
  name: string;
  text: string;
  isChosen: boolean;
  onChoose: () => void;
  children?: React.ReactNode;
}

function Choice({ name, text, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <label className={classes.choice} data-chosen={isChosen || undefined}>
      <input type="radio" name="template" checked={isChosen} onChange={onChoose} />
      {children}
      <span className={classes.words}>
        <strong>{name}</strong>
        <span>{text}</span>
      </span>
    </label>
  );
}

/** The graph of a starter flow, laid out as the canvas draws it. */
async function tidied(graph: FlowGraph): Promise<FlowGraph> {
  const { estimatedSize, layout } = await import('../auto-layout.ts');
  const { moveNodes } = await import('../graph-edits.ts');
  return moveNodes(graph, await layout(graph, (id) => estimatedSize(graph, id)));
}
