/** Baseline of GET /appointments/diary: bare node:http that finds the appointments of a day, their customers and their pets. */
import { createServer } from 'node:http';
import { type Document, MongoClient, ObjectId } from 'mongodb';

const DAY_MS = 86_400_000;
const SHOWN = { projection: { busy: 0, events: 0, booked_services: 0, freed: 0, move: 0, merge_marks: 0 } };
const LABEL = { projection: { full_name: 1, phone: 1, name: 1, species: 1, breed: 1, temperament: 1 } };
const client = await new MongoClient(process.env.MONGODB_URI ?? '').connect();
const db = client.db();

const server = createServer((req, res) => {
  if (req.url?.startsWith('/health')) return res.end('ok');
  answer(new URL(req.url ?? '', 'http://localhost').searchParams).then(
    (body) => res.setHeader('content-type', 'application/json').end(body),
    (error: unknown) => res.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));

async function answer(query: URLSearchParams): Promise<string> {
  const company_id = new ObjectId(String(query.get('company')));
  const from = new Date(String(query.get('day')));
  const ofDay = { company_id, starts_at: { $gte: from, $lt: new Date(from.getTime() + DAY_MS) } };
  const found = await db.collection('appointments').find(ofDay, SHOWN).sort({ starts_at: 1 }).toArray();
  const [contacts, pets] = await Promise.all([
    named(
      'contacts',
      company_id,
      found.map(({ contact_id }) => contact_id as ObjectId),
    ),
    named(
      'pets',
      company_id,
      found.flatMap(({ pet_ids }) => pet_ids as ObjectId[]),
    ),
  ]);
  const appointments = found.map((one) => ({
    ...one,
    contact: contacts.get(String(one.contact_id)),
    pets: (one.pet_ids as ObjectId[]).map((id) => pets.get(id.toHexString())),
  }));
  return JSON.stringify({ appointments });
}

async function named(collection: string, company_id: ObjectId, ids: ObjectId[]): Promise<Map<string, Document>> {
  const found = await db
    .collection(collection)
    .find({ company_id, _id: { $in: ids } }, LABEL)
    .toArray();
  return new Map(found.map((one) => [one._id.toHexString(), one]));
}
