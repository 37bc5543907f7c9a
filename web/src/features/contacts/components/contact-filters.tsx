import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '#web/ui/filter-bar.module.css';
import { PLATFORM_NAMES } from '#web/ui/platform-names.ts';
import { SearchField } from '#web/ui/search-field.tsx';
import { tagsInUseQuery } from '../contact-list-queries.ts';
import { type ContactListSearch, PLATFORMS, readContactListSearch } from '../contact-list-search.ts';

/** The filters above the list of contacts. All of them are in the address, so a filtered list can be bookmarked. */
export function ContactFilters({ search }: { search: ContactListSearch }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const { data: tags = [] } = useQuery(tagsInUseQuery);
  const names = tags.map(({ tag }) => tag);
  const shownTags = search.tag === undefined || names.includes(search.tag) ? names : [search.tag, ...names];
  const change = (filters: { [Name in keyof ContactListSearch]: unknown }) =>
    void navigate({ to: '/contacts', search: readContactListSearch({ ...search, ...filters }), replace: true });
  return (
    <div className={classes.bar} role="search" aria-label={t('contacts.filters')}>
      <SearchField label={t('contacts.search')} value={search.q ?? ''} onSearch={(q) => change({ q })} />
      <div className={classes.choices}>
        <Choice
          label={t('contacts.platform')}
          value={search.platform}
          choices={PLATFORMS.map((platform) => ({ value: platform, label: PLATFORM_NAMES[platform] }))}
          onChange={(platform) => change({ platform })}
        />
        <Choice
          label={t('contacts.tag')}
          value={search.tag}
          choices={shownTags.map((tag) => ({ value: tag, label: tag }))}
          onChange={(tag) => change({ tag })}
        />
        <Choice
          label={t('contacts.pets')}
          value={search.pets}
          choices={(['with', 'without'] as const).map((value) => ({ value, label: t(`contacts.petChoices.${value}`) }))}
          onChange={(pets) => change({ pets })}
        />
        <button
          type="button"
          className={classes.chip}
          aria-pressed={search.vip === true}
          onClick={() => change({ vip: search.vip ? undefined : true })}
        >
          {t('contacts.vip')}
        </button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <select
      className={classes.select}
      aria-label={label}
      data-chosen={value}
      value={value ?? ''}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? undefined : chosen)}
    >
      <option value="">{label}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
