/**
 * The baseline of the bench: the same rows and messages in plain React, without router, store, live events and optimistic
 * state.
 */
import { useEffect, useLayoutEffect, useRef, useState, type UIEvent } from 'react';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    benchToken: string;
  }
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

interface Row {
  _id: string;
  contact: { full_name: string };
  last_message: { content: string } | null;
  last_activity_at: string;
  unread_count: number;
  labels: string[];
  pets: { name: string }[];
}

interface Message {
  _id: string;
  content: string;
  sent_at: string;
}

const ROW_HEIGHT = 76;
const OVERSCAN_ROWS = 8;
const SHOWN_ROWS = 13;
const LOAD_AHEAD_PX = 2_000;
const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit' });

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`/api/v1${path}`, { headers: { authorization: `Bearer ${window.benchToken}` } });
  return (await response.json()) as T;
}

const pageOf = <T,>(path: string, cursor: string | null): Promise<Page<T>> =>
  get(`${path}limit=50${cursor === null ? '' : `&cursor=${cursor}`}`);

function App() {
  const [{ items, nextCursor }, setPage] = useState<Page<Row>>({ items: [], nextCursor: null });
  const [openId, setOpenId] = useState<string>();
  const loading = useRef(false);
  const load = async (cursor: string | null): Promise<void> => {
    if (loading.current) return;
    loading.current = true;
    const page = await pageOf<Row>('/conversations?view=all&', cursor);
    setPage(({ items: known }) => ({ items: [...known, ...page.items], nextCursor: page.nextCursor }));
    loading.current = false;
  };
  useEffect(() => void load(null), []);
  return (
    <main>
      <List
        rows={items}
        openId={openId}
        onOpen={setOpenId}
        onNearEnd={() => nextCursor !== null && void load(nextCursor)}
      />
      {openId !== undefined && <Thread key={openId} id={openId} />}
    </main>
  );
}

interface ListProps {
  rows: Row[];
  openId: string | undefined;
  onOpen: (id: string) => void;
  onNearEnd: () => void;
}

function List({ rows, openId, onOpen, onNearEnd }: ListProps) {
  const [top, setTop] = useState(0);
  const onScroll = ({ currentTarget: { scrollTop, scrollHeight } }: UIEvent) => {
    setTop(scrollTop);
    if (scrollTop > scrollHeight - LOAD_AHEAD_PX) onNearEnd();
  };
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN_ROWS);
  return (
    <div role="list" onScroll={onScroll}>
      <div style={{ height: rows.length * ROW_HEIGHT }} />
      {rows.slice(first, first + SHOWN_ROWS + 2 * OVERSCAN_ROWS).map((row, index) => (
        <a
          key={row._id}
          href="#open"
          style={{ top: (first + index) * ROW_HEIGHT }}
          aria-current={row._id === openId ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            onOpen(row._id);
          }}
        >
          <RowContent row={row} />
        </a>
      ))}
    </div>
  );
}

function RowContent({ row }: { row: Row }) {
  return (
    <span>
      <b>{row.contact.full_name}</b> {row.pets.map(({ name }) => name).join(', ')}
      <time>{CLOCK.format(new Date(row.last_activity_at))}</time>
      <br />
      {row.last_message?.content} {row.unread_count > 0 && <b>{row.unread_count}</b>}
      <br />
      {row.labels.map((label) => (
        <i key={label}>{label} </i>
      ))}
    </span>
  );
}

function Thread({ id }: { id: string }) {
  const box = useRef<HTMLDivElement>(null);
  const loading = useRef(false);
  const [{ items, nextCursor }, setPage] = useState<Page<Message>>({ items: [], nextCursor: null });
  const load = async (cursor: string | null): Promise<void> => {
    loading.current = true;
    const page = await pageOf<Message>(`/conversations/${id}/messages?`, cursor);
    setPage(({ items: known }) => ({ items: [...page.items.reverse(), ...known], nextCursor: page.nextCursor }));
    loading.current = false;
  };
  useEffect(() => void load(null), []);
  const newest = items.at(-1)?._id;
  useLayoutEffect(() => {
    if (newest !== undefined) box.current!.scrollTop = box.current!.scrollHeight;
  }, [newest]);
  const onScroll = ({ currentTarget }: UIEvent) => {
    if (currentTarget.scrollTop < LOAD_AHEAD_PX / 2 && nextCursor !== null && !loading.current) void load(nextCursor);
  };
  return (
    <div ref={box} role="log" onScroll={onScroll}>
      {items.map(({ _id, content, sent_at }) => (
        <article key={_id}>
          <p>{content}</p>
          <time>{CLOCK.format(new Date(sent_at))}</time>
        </article>
      ))}
    </div>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
