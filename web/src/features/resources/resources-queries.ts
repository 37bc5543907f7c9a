import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type ResourceType = Schemas['ResourceTypeDto'];
export type Resource = Schemas['ResourceDto'];
export type ResourceTypeFields = Schemas['CreateResourceTypeDto'];
/** The fields that a person may set; the API has defaults for most of them. */
export type ResourceFields = Partial<Schemas['CreateResourceDto']>;

/** No live event reports a change. */
const FRESH_MS = 60_000;

/** The kinds of places and equipment of the company. */
export const resourceTypesQuery = queryOptions({
  queryKey: ['resources', 'types'] as const,
  staleTime: FRESH_MS,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/resource-types', { params: { query } }))),
});

/** All places and equipment of the company. */
export const resourcesQuery = queryOptions({
  queryKey: ['resources', 'all'] as const,
  staleTime: FRESH_MS,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/resources', { params: { query } }))),
});

/**
 * Makes a type with its places: named ones (`Table 1`, `Table 2`), or one pool of places that are alike.
 *
 * @param count how many places
 */
export async function addPlaces(type: ResourceTypeFields, count: number): Promise<ResourceType> {
  try {
    const made = await call(api.POST('/api/v1/resource-types', { body: type }));
    const add = (fields: ResourceFields) => postResource({ ...fields, resource_type_id: made._id });
    if (type.kind === 'pool') await add({ name: type.name, capacity: count });
    else for (let number = 1; number <= count; number += 1) await add({ name: `${type.name} ${number}` });
    return made;
  } finally {
    await readAgain();
  }
}

export async function renameType({ _id, version }: ResourceType, body: { name: string }): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/resource-types/{id}', { params, body })).finally(readAgain);
}

export async function deleteType(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/resource-types/{id}', { params: { path: { id } } })).finally(readAgain);
}

export const addResource = (fields: ResourceFields): Promise<void> => postResource(fields).then(readAgain);

export async function changeResource({ _id, version }: Resource, fields: ResourceFields): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/resources/{id}', { params, body: fields })).finally(readAgain);
}

export async function deleteResource(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/resources/{id}', { params: { path: { id } } })).finally(readAgain);
}

const postResource = (fields: ResourceFields) =>
  // The generated type demands the fields that have defaults.
  call(api.POST('/api/v1/resources', { body: fields as Schemas['CreateResourceDto'] }));

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['resources'] });
