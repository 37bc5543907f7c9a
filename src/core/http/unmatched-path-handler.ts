import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { answerError, AppError } from '../errors/index.js';

export const DOCS_PATH = 'api/docs';

/** Answers unknown paths with 404. Where no web app is built, `/` leads to the documentation. */
@Injectable()
export class UnmatchedPathHandler implements OnApplicationBootstrap {
  constructor(private readonly host: HttpAdapterHost) {}

  /** After all routes are mounted; Nest's own 404 covers the API prefix only. */
  onApplicationBootstrap(): void {
    const adapter: AbstractHttpAdapter | null = this.host.httpAdapter;
    adapter?.use((request: Request, response: Response) => {
      if (request.path === '/' && request.method === 'GET') return response.redirect(`/${DOCS_PATH}`);
      answerError(
        request,
        response,
        new AppError('NOT_FOUND', 404, 'No route has this method and path; /api/docs lists the routes'),
      );
    });
  }
}
