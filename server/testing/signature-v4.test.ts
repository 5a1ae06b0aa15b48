import { expect, it } from 'vitest';
import { isSignedBy, type Signed } from './signature-v4.ts';

// The examples of Amazon's documentation, with its key that opens nothing.
const keyId = 'AKIAIOSFODNN7EXAMPLE';
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const scope = `Credential=${keyId}/20130524/us-east-1/s3/aws4_request`;
const common = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-date': '20130524T000000Z' };
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const examples: [string, Signed][] = [
  [
    'GET of an object',
    {
      method: 'GET',
      url: '/test.txt',
      headers: {
        ...common,
        range: 'bytes=0-9',
        'x-amz-content-sha256': ofNothing,
        authorization: `AWS4-HMAC-SHA256 ${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
      },
      body: Buffer.from(''),
    },
  ],
  [
    'PUT of an object',
    {
      method: 'PUT',
      url: '/test$file.text',
      headers: {
        ...common,
        date: 'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
        authorization: `AWS4-HMAC-SHA256 ${scope},SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
      },
      body: Buffer.from('Welcome to Amazon S3.'),
    },
  ],
  [
    'GET of a list',
    {
      method: 'GET',
      url: '/?max-keys=2&prefix=J',
      headers: {
        ...common,
        'x-amz-content-sha256': ofNothing,
        authorization: `AWS4-HMAC-SHA256 ${scope},SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7`,
      },
      body: Buffer.from(''),
    },
  ],
];

it.each(examples)('a signature that is known to be right is, and nothing else: %s', (_what, right) => {
  expect(isSignedBy(right, keyId, secret)).toBe(true);
  const { headers } = right;
  const wrong: Signed[] = [
    { ...right, method: 'DELETE' },
    { ...right, url: `${right.url}x` },
    { ...right, body: Buffer.from('other') },
    { ...right, headers: { ...headers, host: 'elsewhere' } },
    { ...right, headers: { ...headers, 'x-amz-date': '20130524T000001Z' } },
    { ...right, headers: { ...headers, 'x-amz-acl': 'public-read' } },
    { ...right, headers: { ...headers, authorization: undefined } },
  ];
  expect(wrong.map((each) => isSignedBy(each, keyId, secret))).toEqual(wrong.map(() => false));
  expect(isSignedBy(right, keyId, `${secret}x`)).toBe(false);
  expect(isSignedBy(right, 'another', secret)).toBe(false);
});
