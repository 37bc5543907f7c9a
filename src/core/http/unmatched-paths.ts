import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { answerError, AppError } from '../errors/index.js';

/** Where the documentation of the API is read. */
export const DOCS_PATH = 'api/docs';

/** Answers what no route has answered: the bare address shows the documentation, anything else is our own 404. */
@Injectable()
export class UnmatchedPaths implements OnApplicationBootstrap {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Behind all routes, which are there by now; Nest's own 404 knows the API prefix only. */
  onApplicationBootstrap(): void {
    // A process that has no address answers nobody.
    const adapter: AbstractHttpAdapter | null = this.host.httpAdapter;
    adapter?.use((request: Request, response: Response) => {
      if (request.path === '/' && request.method === 'GET') return response.redirect(`/${DOCS_PATH}`);
      answerError(request, response, new AppError('NOT_FOUND', 404, 'Nothing is here; the API is at /api/v1'));
    });
  }
}
