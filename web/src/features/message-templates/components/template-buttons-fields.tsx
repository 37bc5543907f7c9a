import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewButton } from '../new-template.ts';
import classes from './template-buttons-fields.module.css';

const MAX_BUTTONS = 3;
const MAX_BUTTON_LENGTH = 25;
const TYPES = ['quick_reply', 'url', 'phone_number'] as const;
const LINK = 'https://example.com/{{1}}';

interface TemplateButtonsFieldsProps {
  buttons: readonly NewButton[];
  onChange: (buttons: NewButton[]) => void;
}

/** Edits the buttons below the text: answers, links and a phone number. */
export function TemplateButtonsFields({ buttons, onChange }: TemplateButtonsFieldsProps) {
  const { t } = useTranslation('templates');
  const change = (place: number, fields: Partial<NewButton>) =>
    onChange(buttons.map((button, index) => (index === place ? { ...button, ...fields } : button)));
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t('new.buttons')}</legend>
      {buttons.map(({ type, text, value }, index) => (
        <div key={index} className={classes.row}>
          <NativeSelect
            aria-label={t('new.buttonType')}
            value={type}
            onChange={({ currentTarget }) => change(index, { type: currentTarget.value as NewButton['type'] })}
            data={TYPES.map((one) => ({ value: one, label: t(`new.buttonTypes.${one}`) }))}
          />
          <TextInput
            aria-label={t('new.buttonText')}
            placeholder={t('new.buttonText')}
            value={text}
            onChange={({ currentTarget }) => change(index, { text: currentTarget.value })}
            maxLength={MAX_BUTTON_LENGTH}
            required
          />
          {type !== 'quick_reply' && (
            <TextInput
              aria-label={t(`new.buttonValue.${type}`)}
              placeholder={type === 'url' ? LINK : '+5511988887777'}
              value={value}
              onChange={({ currentTarget }) => change(index, { value: currentTarget.value })}
              required
            />
          )}
          <Button variant="default" onClick={() => onChange(buttons.filter((_, place) => place !== index))}>
            {t('new.removeButton')}
          </Button>
        </div>
      ))}
      {buttons.length < MAX_BUTTONS && (
        <Button
          variant="default"
          size="sm"
          onClick={() => onChange([...buttons, { type: 'quick_reply', text: '', value: '' }])}
        >
          {t('new.addButton')}
        </Button>
      )}
    </fieldset>
  );
}
