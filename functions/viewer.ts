import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Who asks: CloudFront writes the viewer's address itself, port included; without it the gateway's word counts. */
export const viewerOf = ({ headers, requestContext }: APIGatewayProxyEventV2): string =>
  headers['cloudfront-viewer-address']?.replace(/:\d+$/, '') ?? requestContext.http.sourceIp;
