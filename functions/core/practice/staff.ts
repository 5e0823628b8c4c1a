/** Who asks, as their token says. */
export interface Staff {
  sub: string;
  name: string;
  role: 'viewer' | 'marketer' | 'approver' | 'admin';
}
