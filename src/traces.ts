import { type Context, context, isSpanContextValid, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Endpoint } from './web/endpoint.ts';

/** How an endpoint answered a request, from `debut` to now (ms since 1970). */
interface Traced {
  debut: number;
  /** Null where the client left before the end. */
  status: number | null;
  /** The code of a refusal. */
  code: string | null;
  requete: string;
  /** What whoever asks said of the trace that it is part of (W3C `traceparent`). */
  parent: string | undefined;
}

/** Tells what each request did to whoever follows them from one service to the next (OpenTelemetry); nothing of who asks, nor of what. */
export interface Traces {
  http({ id, path, method }: Pick<Endpoint, 'id' | 'path' | 'method'>, traced: Traced): void;
  /** Once what waits has been sent. */
  close(): Promise<void>;
}

/** Sends them to a collector, by OTLP over HTTP, at `url`, that of its traces. */
export function openTraces(url: string): Traces {
  const resource = resourceFromAttributes({ 'service.name': 'parcours-igc' });
  const spanProcessors = [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }) })];
  const provider = new TracerProvider({ resource, spanProcessors });
  const tracer = provider.getTracer('parcours-igc');
  return {
    http({ id, path, method }, { debut, status, code, requete, parent }) {
      const attributes = {
        'http.request.method': method.toUpperCase(),
        'http.route': path,
        'parcours.requete': requete,
        ...(status !== null && { 'http.response.status_code': status }),
        ...(code !== null && { 'parcours.refus': code }),
      };
      const span = tracer.startSpan(
        id ?? `${method} ${path}`,
        { kind: SpanKind.SERVER, startTime: debut, attributes },
        contextOf(parent),
      );
      if (status !== null && status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    close: () => provider.shutdown(),
  };
}

/** That of the trace that a header names; a wrong one names none. */
function contextOf(parent = ''): Context {
  const [, traceId = '', spanId = '', flags = '0'] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(parent) ?? [];
  const known = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(known) ? trace.setSpanContext(context.active(), known) : context.active();
}
