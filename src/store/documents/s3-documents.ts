import type { S3Client } from '@aws-sdk/client-s3';
import { type DocumentStore, imprintOf, intact } from './documents.ts';

/** A bucket, and how it is reached; its keys are those of the environment (`AWS_ACCESS_KEY_ID`…), as its library reads them. */
export interface Bucket {
  seau: string;
  prefixe: string;
  region: string;
  endpoint: string | null;
}

/** Documents as objects of a bucket (S3 or what speaks it). */
export async function s3Documents({ seau, prefixe, region, endpoint }: Bucket): Promise<DocumentStore> {
  const s3 = await import('@aws-sdk/client-s3');
  const client: S3Client = new s3.S3Client({
    region,
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
  });
  const place = (empreinte: string) => ({ Bucket: seau, Key: `${prefixe}${empreinte}` });
  const has = (empreinte: string) => orNone(client.send(new s3.HeadObjectCommand(place(empreinte))));
  return {
    async put(bytes) {
      const empreinte = imprintOf(bytes);
      if ((await has(empreinte)) === null)
        await client.send(new s3.PutObjectCommand({ ...place(empreinte), Body: bytes, ContentLength: bytes.length }));
      return empreinte;
    },
    async get(empreinte) {
      const found = await orNone(client.send(new s3.GetObjectCommand(place(empreinte))));
      const bytes = await found?.Body?.transformToByteArray();
      return bytes ? intact(Buffer.from(bytes), empreinte) : null;
    },
    has: async (empreinte) => (await has(empreinte)) !== null,
    async remove(empreinte) {
      await client.send(new s3.DeleteObjectCommand(place(empreinte)));
    },
    close: () => Promise.resolve(client.destroy()),
  };
}

async function orNone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    if (name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404) return null;
    throw error;
  }
}
