import '@mantine/core/styles/Alert.css';
import { Alert } from '@mantine/core';
import { errorWords } from '#web/lib/api/error-words.ts';

/** Shows the reason of a refusal above a form. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Alert color="red" role="alert" mb="md">
      {errorWords(error)}
    </Alert>
  );
}
