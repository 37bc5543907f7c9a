import { MongoServerError } from 'mongodb';
import { toErrorBody } from './error-body.js';

it('asks a client to come back when a query was given up', () => {
  const expired = new MongoServerError({ code: 50, errmsg: 'operation exceeded time limit' });
  expect(toErrorBody(expired, 'r')).toMatchObject({ statusCode: 503, code: 'QUERY_TIMEOUT', requestId: 'r' });
});

it('says nothing of any other error of the database', () => {
  const failed = new MongoServerError({ code: 8, errmsg: 'secret' });
  expect(toErrorBody(failed, 'r')).toMatchObject({ statusCode: 500, code: 'INTERNAL_ERROR' });
});
