import { useEffect, useState } from 'react';
import { changeFlow, checkAgain, type Flow } from './flows-queries.ts';
import { DraftSaver } from './draft-saver.ts';
import { FlowEditor } from './flow-editor.ts';

/** The editor of a flow and what saves its changes. Leaving the page saves what is not saved yet. */
export function useDraft({ _id, graph, draft_rev }: Flow): { editor: FlowEditor; saver: DraftSaver } {
  const [draft] = useState(() => ({
    editor: new FlowEditor(graph),
    saver: new DraftSaver(
      draft_rev,
      async (changed, rev, isLast) => (await changeFlow(_id, { graph: changed, draft_rev: rev }, isLast)).draft_rev,
      () => void checkAgain(_id),
    ),
  }));
  useEffect(() => {
    const { editor, saver } = draft;
    const stopListening = editor.onChange((changed) => saver.change(changed));
    const leave = (event: BeforeUnloadEvent) => {
      if (!saver.isUnsaved) return;
      void saver.flush(true);
      if (saver.state.get().kind !== 'saving') event.preventDefault();
    };
    const retry = () => void saver.flush();
    window.addEventListener('beforeunload', leave);
    window.addEventListener('online', retry);
    return () => {
      stopListening();
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener('online', retry);
      void saver.flush();
    };
  }, [draft]);
  return draft;
}
