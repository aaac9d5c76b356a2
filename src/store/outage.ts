/** The store cannot answer; the message says in French what to do. A commit that ends so is in doubt. */
export class StoreOutage extends Error {
  override name = 'StoreOutage';
}
