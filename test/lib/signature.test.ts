import { sha256, signedHeaders } from '../../lib/signature';

it("signs as AWS does in S3's own example of a PUT", () => {
  const body = 'Welcome to Amazon S3.';
  const { authorization } = signedHeaders({
    method: 'PUT',
    path: '/test%24file.text',
    headers: {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': sha256(body),
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    },
    body,
    service: 's3',
    region: 'us-east-1',
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    now: new Date('2013-05-24T00:00:00Z'),
  });
  expect(authorization).toContain('Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd');
});
