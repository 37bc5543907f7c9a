import { Injectable } from '@nestjs/common';
import { GraphClient } from '../graph/graph-client.js';
import { isInstagramLoginToken } from '../graph/graph-routes.js';
import { proveAccount } from './account-proof.js';
import type { SelfTestStep, TestedAccount } from '../../channels/index.js';
import type { GraphFindings } from './graph-findings.js';
import { readDebuggedToken } from '../tokens/debugged-token.js';
import { StepFailure } from './step-failure.js';
import { type SubscriptionPlan, subscriptionPlan } from './subscription-plan.js';

const CLOUD_API = 'CLOUD_API';
const PIN_NEEDED =
  'The number is not registered for the Cloud API. Connect it again with the six-digit PIN of its two-step verification, or a new PIN if it has none';

type Step = (account: TestedAccount, token: string, findings: GraphFindings) => Promise<string>;
type Node = Readonly<Record<string, unknown>>;

/** Each step returns a message, or throws the reason of a failure. */
@Injectable()
export class GraphTestSteps implements Record<SelfTestStep, Step> {
  constructor(private readonly graph: GraphClient) {}

  /** Meta never reports the end of a token by itself. */
  async token(_: TestedAccount, token: string, findings: GraphFindings): Promise<string> {
    if (isInstagramLoginToken(token)) {
      // Instagram's host has no debug_token.
      await this.graph.get('me', token, { fields: 'id' });
      findings.token = { kind: 'instagram' };
      return 'Instagram accepts the token';
    }
    const answer = await this.graph.debugToken(token);
    findings.token = readDebuggedToken(answer);
    const { granular_scopes } = answer;
    findings.granularScopes = Array.isArray(granular_scopes) ? (granular_scopes as Node[]) : [];
    const { expires_at } = findings.token;
    return expires_at ? `The token is good until ${expires_at.toISOString()}` : 'The token is good and does not expire';
  }

  /** Reading the account proves nothing, because foreign Pages can be read too. */
  async account(account: TestedAccount, token: string, findings: GraphFindings): Promise<string> {
    await proveAccount(this.graph, account, token, findings);
    return 'The token may act for this account';
  }

  /** A number must be registered for the Cloud API before it can send. */
  async registration({ external_id }: TestedAccount, token: string, { pin }: GraphFindings): Promise<string> {
    const number = encodeURIComponent(external_id);
    const { platform_type } = await this.graph.get(number, token, { fields: 'platform_type' });
    if (platform_type === CLOUD_API) return 'The number is registered for the Cloud API';
    if (!pin) throw new StepFailure(PIN_NEEDED);
    const { success } = await this.graph.act(`${number}/register`, token, { messaging_product: 'whatsapp', pin });
    if (success !== true) throw new StepFailure('Meta did not register the number. Try again in a minute');
    return 'The number is now registered for the Cloud API';
  }

  /** A POST replaces the list, so this also repairs a lost field. */
  async subscription(account: TestedAccount, token: string, findings: GraphFindings): Promise<string> {
    const { nodeId, fields } = planOf(account, token);
    const query: Record<string, string> = fields.length > 0 ? { subscribed_fields: fields.join(',') } : {};
    const { success } = await this.graph.post(`${encodeURIComponent(nodeId)}/subscribed_apps`, token, query);
    if (success !== true) throw new StepFailure('Meta did not take the subscription');
    findings.subscribed_node = nodeId;
    return 'Meta took the subscription';
  }

  async read_back(account: TestedAccount, token: string, findings: GraphFindings): Promise<string> {
    const { nodeId, fields } = planOf(account, token);
    const { data } = await this.graph.get(`${encodeURIComponent(nodeId)}/subscribed_apps`, token);
    const apps = Array.isArray(data) ? (data as Node[]) : [];
    if (apps.length === 0) throw new StepFailure('No app is subscribed to this account');
    const subscribed = [...new Set(apps.flatMap(fieldsOf))];
    findings.subscribed_fields = subscribed;
    const missing = fields.filter((field) => !subscribed.includes(field));
    if (missing.length > 0) throw new StepFailure(`Not subscribed to ${missing.join(', ')}`);
    return fields.length > 0 ? `Subscribed to ${fields.length} fields` : 'The business account is subscribed';
  }
}

function planOf(account: TestedAccount, token: string): SubscriptionPlan {
  const plan = subscriptionPlan(account, isInstagramLoginToken(token));
  if (!plan) throw new StepFailure("Set settings.waba_id to the number's WhatsApp business account");
  return plan;
}

function fieldsOf(app: Node): string[] {
  const fields = app['subscribed_fields'];
  return Array.isArray(fields) ? fields.map(String) : [];
}
