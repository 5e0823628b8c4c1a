export type * from './staff-shapes';
