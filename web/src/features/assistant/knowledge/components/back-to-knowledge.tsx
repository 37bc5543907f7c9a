import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function BackToKnowledge() {
  const { t } = useTranslation('knowledge');
  return <Link to="/assistant/knowledge">{t('back')}</Link>;
}
