import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Template = Schemas['TemplateDto'];
export type TemplateValues = Schemas['CreateTemplateDto'];

const PAGE_SIZE = 100;
/** No live event reports a change. */
const FRESH_MS = 60_000;
/** While WhatsApp reviews a template. */
const REREAD_MS = 10_000;

/** All templates of the company's WhatsApp channels, by name. */
export const templatesQuery = queryOptions({
  queryKey: ['message-templates'] as const,
  staleTime: FRESH_MS,
  refetchInterval: ({ state: { data } }) => (data?.some(({ status }) => status === 'pending') ? REREAD_MS : false),
  queryFn: async (): Promise<Template[]> => {
    const templates: Template[] = [];
    let cursor: string | null = null;
    do {
      const page: Schemas['TemplatePageDto'] = await call(
        api.GET('/api/v1/message-templates', {
          params: { query: { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } },
        }),
      );
      templates.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return templates;
  },
});

/** Reads the templates of these channels from WhatsApp. */
export async function syncTemplates(channelIds: readonly string[]): Promise<void> {
  for (const channel_id of channelIds) await call(api.POST('/api/v1/message-templates/sync', { body: { channel_id } }));
  await readAgain();
}

export async function createTemplate(body: TemplateValues): Promise<void> {
  await call(api.POST('/api/v1/message-templates', { body }));
  await readAgain();
}

export async function deleteTemplate(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/message-templates/{id}', { params: { path: { id } } }));
  await readAgain();
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
