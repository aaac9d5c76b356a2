/** What deserves a second look yet blocks nothing: a stable `code`, the RFC 6901 pointer of the value, a French sentence. */
export interface Avertissement {
  code: string;
  pointeur: string;
  message: string;
}
