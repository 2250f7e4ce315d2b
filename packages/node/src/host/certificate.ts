// A node's TLS identity: a P-256 key and a self-signed certificate. Peers check nothing in the certificate but its public key, whose hash stands in the
// node's record on chain, so there is no authority, no name and no expiry to trust.
import 'reflect-metadata';
import { createHash, webcrypto, type X509Certificate } from 'node:crypto';
import { PemConverter, X509CertificateGenerator, type X509CertificateCreateSelfSignedParams } from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface TlsIdentity {
  /** PKCS #8, PEM. */
  readonly key: string;
  /** X.509, PEM. */
  readonly certificate: string;
  /** SHA-256 of the SubjectPublicKeyInfo, as registered on chain. */
  readonly spkiHash: `0x${string}`;
}

/** Makes a new identity. The validity dates are far apart because nobody reads them. */
export async function createTlsIdentity(): Promise<TlsIdentity> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=enigma node',
      // The library speaks of the browser's key type, which is the same object.
      keys: keys as unknown as X509CertificateCreateSelfSignedParams['keys'],
      signingAlgorithm: algorithm,
      notBefore: new Date('2020-01-01T00:00:00Z'),
      notAfter: new Date('2120-01-01T00:00:00Z'),
    },
    webcrypto as unknown as Crypto,
  );
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const spki = await webcrypto.subtle.exportKey('spki', keys.publicKey);
  return {
    key: PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    certificate: certificate.toString('pem'),
    spkiHash: hashOfSpki(new Uint8Array(spki)),
  };
}

/** The hash by which a peer's certificate is known, or undefined when the peer showed none. */
export function spkiHashOf(certificate: X509Certificate | undefined): `0x${string}` | undefined {
  if (certificate === undefined) return undefined;
  return hashOfSpki(certificate.publicKey.export({ type: 'spki', format: 'der' }));
}

function hashOfSpki(spki: Uint8Array): `0x${string}` {
  return `0x${createHash('sha256').update(spki).digest('hex')}`;
}
