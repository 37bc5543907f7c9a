import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Actions } from '#web/ui/actions.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { CONNECT_PLATFORMS, logInAtMeta } from '../connect-queries.ts';

/** Opens the log-in dialogs of Meta. */
export function ConnectButtons() {
  const { t } = useTranslation('channels');
  const logIn = useMutation({ mutationFn: logInAtMeta });
  return (
    <>
      <FormError error={logIn.error} />
      <Actions>
        {CONNECT_PLATFORMS.map((product) => (
          <Button
            key={product}
            variant="default"
            loading={(logIn.isPending || logIn.isSuccess) && logIn.variables === product}
            onClick={() => logIn.mutate(product)}
          >
            {t(`logIn.products.${product}`)}
          </Button>
        ))}
      </Actions>
    </>
  );
}
