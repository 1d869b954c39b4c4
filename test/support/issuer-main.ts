// A real OpenID Connect issuer on this machine, for one run of the tests: `oidc-provider`, with its own login pages.
// Started as a process by issuer.ts, which says all in the environment.
import Provider, { type JWK } from 'oidc-provider';

const said = JSON.parse(process.env['ISSUER'] ?? '') as {
  readonly url: string;
  readonly keys: JWK[];
  readonly redirect: string;
};

const provider = new Provider(said.url, {
  clients: [
    {
      client_id: 'logiciel-de-seance',
      client_secret: 'secret-of-the-tests',
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: 'ES256',
      redirect_uris: [said.redirect],
      grant_types: ['authorization_code', 'client_credentials'],
    },
  ],
  jwks: { keys: said.keys },
  cookies: { keys: ['tests'] },
  claims: { openid: ['sub', 'roles'] },
  // Whoever logs in is a clerk, save those whose name says that they are nothing here.
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, roles: id.startsWith('sans-role') ? [] : ['greffe'] }),
  }),
  extraTokenClaims: () => ({ roles: ['greffe'] }),
  features: {
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => [],
      getResourceServerInfo: (_context, resource) => ({
        scope: 'api',
        audience: resource,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 600,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
});
provider.listen(Number(new URL(said.url).port), '127.0.0.1', () => console.log('listening'));
