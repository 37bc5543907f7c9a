import '@mantine/core/styles/Alert.css';
import { Alert } from '@mantine/core';
import { useGoogleWords } from '../use-google-words.ts';

/** Why the server refused a request about Google Calendar. */
export function Refusal({ error }: { error: unknown }) {
  const { refusal } = useGoogleWords();
  if (!error) return null;
  return (
    <Alert color="red" role="alert" mb="md">
      {refusal(error)}
    </Alert>
  );
}
