import type { SecretShelf } from '../secrets/secret-vault.ts'
import type { Store } from '../store/store.ts'

/** A team's secrets as a vault reads them. */
export const createSecretShelf = (store: Store): SecretShelf => ({
  list: (teamId) =>
    store
      .list('variables', teamId)
      .flatMap(({ name, content, hosts }) =>
        content.type === 'sealed' ? [{ name, sealed: content.sealed, hosts }] : [],
      ),
})
