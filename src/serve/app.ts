import { OpenAPIHono } from '@hono/zod-openapi';
import { ChanceryError } from '../problems.ts';
import type { Store } from '../store/index.ts';
import { asTellable, errorResponse, FAULT } from './error-response.ts';
import { API_INFO } from './openapi.ts';
import { type LoadReader, onceOpened } from './reader.ts';
import { addActorRoutes } from './routes/actors.ts';
import { addEventRoutes } from './routes/events.ts';
import { addHappeningRoutes } from './routes/happenings.ts';
import { addOverviewRoutes } from './routes/overview.ts';
import { addPageRoutes } from './routes/page.ts';
import { addQuestionRoutes } from './routes/questions.ts';
import { addQuotationRoutes } from './routes/quotations.ts';
import { addReadRoutes } from './routes/read.ts';
import { addReportRoutes } from './routes/reports.ts';
import { hostGuard, strictHeaders } from './security.ts';
import { refusedQuery } from './validation.ts';

/** What the app serves, and what it allows. */
export interface AppOptions {
  readonly store: Store;
  /** Reads what is posted; without it, nothing can be. */
  readonly loadReader?: LoadReader | undefined;
  /** Whether POST /reports may add to the store. */
  readonly allowWrite?: boolean | undefined;
  /** Names that the server answers to, besides those of loopback. */
  readonly hosts?: readonly string[] | undefined;
  /** Where a fault of the program is told, so that it can be mended. */
  readonly onFault?: ((error: unknown) => void) | undefined;
}

/** What every group of routes gets. */
export interface Served {
  readonly store: Store;
  readonly loadReader: LoadReader | null;
  readonly allowWrite: boolean;
}

/** The HTTP API and the page over one store, as a function of requests. */
export function createApp(options: AppOptions): OpenAPIHono {
  const { store, loadReader, allowWrite = false, hosts = [], onFault = () => {} } = options;
  const served: Served = { store, loadReader: loadReader ? onceOpened(loadReader) : null, allowWrite };
  const app = new OpenAPIHono({ defaultHook: refusedQuery });
  app.onError((error, context) => {
    const told = asTellable(error);
    if (told.code === FAULT) onFault(error);
    return errorResponse(context, told);
  });
  app.notFound((context) => errorResponse(context, unknownAddress(context.req.path)));
  app.use(strictHeaders());
  app.use(hostGuard(hosts));
  for (const addRoutes of ROUTES) addRoutes(app, served);
  app.doc31('/openapi.json', API_INFO);
  return app;
}

const ROUTES: readonly ((app: OpenAPIHono, served: Served) => void)[] = [
  addOverviewRoutes,
  addReportRoutes,
  addEventRoutes,
  addHappeningRoutes,
  addQuotationRoutes,
  addQuestionRoutes,
  addActorRoutes,
  addReadRoutes,
  addPageRoutes,
];

function unknownAddress(path: string): ChanceryError {
  return new ChanceryError('serve/unknown-address', `There is nothing at ${path}.`, {
    hint: 'What there is stands in /openapi.json, and at /docs to read.',
  });
}
