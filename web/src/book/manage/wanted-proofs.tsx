import { useState } from 'react';
import { managePath } from '../first-answer.ts';
import { Failure, styles } from '../parts/parts.tsx';
import { ask, type Managed, sendFile, type WantedProof } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import own from './manage.module.css';

/** What the API takes; `capture` is left out, so that a phone offers its camera and its pictures. */
const FILE_TYPES = 'image/png,image/jpeg,image/webp,image/heic,application/pdf';

interface Props {
  token: string;
  company: string;
  wanted: readonly WantedProof[];
  onSent: (managed: Managed) => void;
}

/** The proofs that the appointment waits for, such as a vaccination card; each can be sent as a picture. */
export function WantedProofs({ token, company, wanted, onSent }: Props) {
  const text = useLanguage().words.proofs;
  return (
    <section className={styles.card} aria-labelledby="proofs">
      <h2 id="proofs" className={styles.subtitle}>
        {text.title}
      </h2>
      <p className={styles.dim}>{fill(text.text, { company })}</p>
      <ul className={own.proofs}>
        {wanted.map((proof) => (
          <ProofRow
            key={`${proof.name} ${proof.pet_id}`}
            token={token}
            company={company}
            proof={proof}
            onSent={onSent}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<Props, 'wanted'> {
  proof: WantedProof;
}

function ProofRow({ token, company, proof, onSent }: RowProps) {
  const text = useLanguage().words.proofs;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const name = proof.pet_name === null ? proof.name : `${proof.name}: ${proof.pet_name}`;
  const send = async (file: File) => {
    setBusy(true);
    setError(undefined);
    try {
      const which = new URLSearchParams({
        name: proof.name,
        ...(proof.pet_id === null ? {} : { pet_id: proof.pet_id }),
      });
      await sendFile(`${managePath(token)}/proofs?${which}`, file);
      onSent(await ask<Managed>(managePath(token)));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <strong>{name}</strong>
      <p className={styles.dim} role="status">
        {isBusy ? text.sending : fill(text.states[proof.state], { company })}
      </p>
      {error !== undefined && <Failure error={error} />}
      <label className={`${styles.button} ${own.file} ${proof.state === 'missing' ? styles.primary : ''}`}>
        {text[proof.state === 'missing' ? 'send' : 'sendAnother']}
        <input
          type="file"
          className={own.fileInput}
          accept={FILE_TYPES}
          aria-label={fill(text.sendOne, { name })}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file can be chosen again after a failure.
            currentTarget.value = '';
            if (file) void send(file);
          }}
        />
      </label>
    </li>
  );
}
