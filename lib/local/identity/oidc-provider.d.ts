/**
 * The package's front door prints a notice on every Node older than 22 before anything can be configured; the code
 * behind it runs on 20.19 and newer, so we enter beside it. Same classes, same types.
 */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider';
}

declare module 'oidc-provider/lib/helpers/interaction_policy/index.js' {
  import { interactionPolicy } from 'oidc-provider';
  export const base: typeof interactionPolicy.base;
  export const Check: typeof interactionPolicy.Check;
}
