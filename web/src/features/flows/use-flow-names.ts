import { useQuery } from '@tanstack/react-query';
import { channelsQuery } from '#web/features/channels/channels-queries.ts';
import { secretsQuery } from '#web/features/secrets/secrets-queries.ts';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { flowsQuery } from './flows-queries.ts';

export interface Named {
  _id: string;
  name: string;
}

/** The things of the company that a node can name; empty until they are loaded. */
export interface FlowNames {
  services: readonly Named[];
  users: readonly Named[];
  flows: readonly Named[];
  secrets: readonly string[];
}

export function useFlowNames(): FlowNames {
  const services = useQuery(servicesQuery).data ?? [];
  const users = useColleagues().map(({ _id, full_name }) => ({ _id, name: full_name }));
  const flows = useQuery(flowsQuery).data ?? [];
  const secrets = useQuery({ ...secretsQuery, enabled: useIsManager() }).data ?? [];
  return { services, users, flows, secrets: secrets.map(({ name }) => name) };
}

/** The channels that the flow hears: those that are chosen, else all. */
export function useFlowChannels(ids: readonly string[]) {
  const channels = useQuery(channelsQuery).data ?? [];
  return ids.length === 0 ? channels : channels.filter(({ _id }) => ids.includes(_id));
}
