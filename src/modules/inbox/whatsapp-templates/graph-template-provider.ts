import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { type ChannelCredentials, ChannelDirectory } from '../channels/index.js';
import { GraphClient, GraphRefusal, GraphUnreachable } from '../meta/index.js';
import { type NewTemplate, type ProviderTemplate, refusal, type TemplateProvider } from '../templates/index.js';
import { creationBody, readTemplate } from './graph-template-shape.js';

const FIELDS = 'id,name,language,status,category,parameter_format,components,quality_score,rejected_reason';
const TEMPLATES_A_PAGE = '100';
/** A business account has at most 6,000 templates. */
const MAX_PAGES = 60;
const UNAVAILABLE = 503;
const NOT_FOUND_SUBCODE = 2_593_002;
const NAME_TAKEN_SUBCODES: readonly (number | undefined)[] = [2_388_023, 2_388_024];

type Answer = Readonly<Record<string, unknown>>;

@Injectable()
export class GraphTemplateProvider implements TemplateProvider {
  constructor(
    private readonly graph: GraphClient,
    private readonly channels: ChannelDirectory,
  ) {}

  async list(account: ChannelCredentials): Promise<ProviderTemplate[]> {
    const templates: ProviderTemplate[] = [];
    let after: string | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = { fields: FIELDS, limit: TEMPLATES_A_PAGE, ...(after && { after }) };
      const answer = await this.ask(account, (path, token) => this.graph.get(path, token, query));
      const nodes = Array.isArray(answer['data']) ? (answer['data'] as Answer[]) : [];
      templates.push(...nodes.map(readTemplate).filter((template) => template !== undefined));
      const { next, cursors } = (answer['paging'] ?? {}) as { next?: string; cursors?: { after?: string } };
      after = next ? cursors?.after : undefined;
      if (after === undefined) break;
    }
    return templates;
  }

  async create(account: ChannelCredentials, template: NewTemplate): Promise<ProviderTemplate> {
    const body = creationBody(template);
    const { id, status, category } = await this.ask(account, (path, token) => this.graph.act(path, token, body));
    // Meta may have changed the category.
    const made = readTemplate({ ...body, id, status, category: category ?? body['category'] });
    if (made) return made;
    throw new AppError('META_UNAVAILABLE', UNAVAILABLE, 'Meta gave no id. Refresh the list of templates');
  }

  async remove(
    account: ChannelCredentials,
    { name, external_id }: Pick<ProviderTemplate, 'name' | 'external_id'>,
  ): Promise<void> {
    const query = { name, hsm_id: external_id };
    try {
      await this.ask(account, (path, token) => this.graph.delete(path, token, query), [NOT_FOUND_SUBCODE]);
    } catch (error) {
      if (!(error instanceof GraphRefusal)) throw error;
    }
  }

  /** @param passed the subcodes whose GraphRefusal the caller handles */
  private async ask(
    account: ChannelCredentials,
    call: (path: string, token: string) => Promise<Answer>,
    passed: readonly number[] = [],
  ): Promise<Answer> {
    const { channel, access_token } = account;
    const wabaId = channel.settings['waba_id'];
    if (typeof wabaId !== 'string') {
      throw AppError.conflict(
        'CHANNEL_UNVERIFIED',
        'The business account of the number is not known. Run the self-test',
      );
    }
    try {
      return await call(`${encodeURIComponent(wabaId)}/message_templates`, access_token);
    } catch (error) {
      if (error instanceof GraphRefusal && passed.includes(error.subcode ?? 0)) throw error;
      throw await this.toAppError(account, error);
    }
  }

  private async toAppError({ channel, sealed_token }: ChannelCredentials, error: unknown): Promise<unknown> {
    if (error instanceof GraphUnreachable) return unavailable(error.message);
    if (!(error instanceof GraphRefusal)) return error;
    const { message, subcode } = error;
    if (error.isPassing) return unavailable(message);
    if (error.isAboutToken) {
      const reason = { code: 'CHANNEL_DISCONNECTED', message: 'The token is refused. Connect the channel again' };
      await this.channels.reportAuthError({ channel, sealed_token }, reason);
      return AppError.conflict(reason.code, reason.message);
    }
    if (NAME_TAKEN_SUBCODES.includes(subcode)) {
      return AppError.conflict(
        'TEMPLATE_EXISTS',
        'A template with this name and language exists at WhatsApp. Choose another name',
      );
    }
    const words = error.userMessage ?? message;
    return refusal('TEMPLATE_REFUSED', `WhatsApp refuses this: ${words}`, { subcode: subcode ?? null });
  }
}

function unavailable(reason: string): AppError {
  return new AppError('META_UNAVAILABLE', UNAVAILABLE, `${reason}. Try again in a minute`);
}
