import { useComputedColorScheme } from '@mantine/core';
import type { Config } from '../api';

/** Whose console this is: the practice's logo, or its name in type. */
export function Brand({ config }: { config: Config }) {
  if (config.logo) return <Logo logo={config.logo} name={config.practiceName} high={38} />;
  return (
    <>
      <div className="strong cut">Stridewell</div>
      <div className="small dim cut">{config.practiceName}</div>
    </>
  );
}

/** The pages of the practice serve its files, on the same host. Staff may choose a scheme that is not the system's. `high`: in pixels, where there is no room for its own width. */
export function Logo({ logo, name, high }: { logo: NonNullable<Config['logo']>; name: string; high?: number }) {
  const scheme = useComputedColorScheme('light');
  return (
    <img
      src={`/assets/${logo[scheme]}`}
      alt={name}
      width={logo.width}
      style={{ display: 'block', ...(high ? { height: high, width: 'auto' } : { height: 'auto', maxWidth: '100%' }) }}
    />
  );
}
