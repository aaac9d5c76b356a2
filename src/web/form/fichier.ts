import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { Problem } from '../problem.ts';
import { Champs } from './champs.ts';

const MAX_OCTETS = 2 * 1024 * 1024;

type Refuse = (request: Request, response: Response, problem: Problem) => void;

/** Reads a form with one file, kept in memory: its fields into `request.body`, the file into `response.locals.fichier`. */
export function joined(champ: string, refuse: Refuse): RequestHandler {
  const limits = { fileSize: MAX_OCTETS, files: 1, fields: 200, fieldSize: 1024 * 1024 };
  const read = multer({ storage: multer.memoryStorage(), limits, defParamCharset: 'utf8' }).single(champ);
  return (request, response, next) => {
    void read(request, response, (error: unknown) => {
      if (error instanceof MulterError)
        return refuse(request, response, error.code === 'LIMIT_FILE_SIZE' ? tooLarge : malformed);
      if (error) return next(error);
      keep(request, response);
      next();
    });
  };
}

function keep(request: Request, response: Response): void {
  const { originalname: nom = '', buffer: octets } = request.file ?? {};
  response.locals['fichier'] = octets && octets.length > 0 ? { nom, octets } : null;
  const body = (request.body ?? {}) as Record<string, string | string[]>;
  request.body = new Champs(
    Object.entries(body).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)),
  );
}

const tooLarge: Problem = {
  status: 413,
  code: 'corps-trop-grand',
  title: 'Fichier trop grand',
  detail: 'Le fichier dépasse 2 Mio : envoyez-le en plusieurs parties.',
};
const malformed: Problem = {
  status: 400,
  code: 'formulaire-mal-forme',
  title: 'Formulaire mal formé',
  detail: 'L’envoi ne se lit pas : joignez un seul fichier, puis recommencez.',
};
