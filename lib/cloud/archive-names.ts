/** Where the copy of the audit trail is told its bucket. */
export const archiveBucket = 'ARCHIVE_BUCKET';
