import { useEffect, useEffectEvent, useState } from 'react';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { addFiles } from './add-files.ts';

/** Accepts files that are dropped anywhere on the page. Returns true while files are dragged over it. */
export function useFileDrop(row: Row, onTaken: () => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((files: FileList) => {
    addFiles(row, files);
    onTaken();
  });

  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);

  return isOver;
}
