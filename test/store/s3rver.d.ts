declare module 's3rver' {
  import type { AddressInfo } from 'node:net';
  /** A server that speaks S3 over a folder. */
  export default class S3rver {
    constructor(options: object);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
