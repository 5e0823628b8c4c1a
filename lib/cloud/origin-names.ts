/** The header in which CloudFront shows that it is CloudFront, and where the guard finds what it must say. */
export const originHeader = 'x-stridewell-origin';
export const originSecretArn = 'ORIGIN_SECRET_ARN';
