import { useId, useState } from 'preact/hooks';
import type { InstalledPack } from '../../lib/model/pack.ts';
import { dateWords } from '../dates.ts';
import { Button } from '../parts/Button.tsx';
import { Parted } from '../parts/Parted.tsx';
import { Question } from '../parts/Question.tsx';
import { Switch } from '../parts/Switch.tsx';
import { failureWords } from './failure-words.ts';
import type { PackActions } from './pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import { lineOf } from '../words.ts';
import { sizeWords } from '../sizes.ts';
import { lostWords, momentWords, packParts } from './pack-words.ts';
import { PackChangesList } from './PackChangesList.tsx';

type PackRowProps = { readonly pack: InstalledPack; readonly busy: boolean } & Pick<
  PackActions,
  'onUpdate' | 'onSubscribe' | 'onRollBack' | 'onRemove'
>;

export const PackRow = ({ pack, busy, ...actions }: PackRowProps) => {
  const id = useId();
  return (
    <li class="pack" aria-labelledby={id}>
      <h3 class="packs__title" id={id}>
        <bdi>{pack.title}</bdi>
      </h3>
      <p class="pack__line">
        <Parted parts={packParts(pack)} />
      </p>
      {lostWords(pack).map((line) => (
        <p key={line} class="pack__trouble">
          {line}
        </p>
      ))}
      {pack.changes === null ? null : <PackChangesList changes={pack.changes} />}
      <Details pack={pack} />
      {pack.isBuiltIn ? null : <Tools pack={pack} busy={busy} {...actions} />}
    </li>
  );
};

const Details = ({ pack }: { readonly pack: InstalledPack }) => (
  <details class="pack__more">
    <summary>{words.packs.details}</summary>
    <dl class="pack__facts">
      <dt>{words.packs.holds}</dt>
      <dd>{lineOf([words.count.facts({ count: pack.facts }), words.count.claims({ count: pack.claims })])}</dd>
      <dt>{words.packs.about}</dt>
      <dd>{pack.description}</dd>
      <dt>{words.packs.licence}</dt>
      <dd>{pack.licence}</dd>
      <dt>{words.packs.made}</dt>
      <dd>
        {pack.expires === null
          ? dateWords(pack.created)
          : words.packs.until({ date: dateWords(pack.created), expires: dateWords(pack.expires) })}
      </dd>
      {pack.fingerprint === null ? null : (
        <>
          <dt>{words.packs.key}</dt>
          <dd class="packs__key">
            <bdi dir="ltr">{pack.fingerprint}</bdi>
          </dd>
          <dt>{words.packs.from}</dt>
          <dd>{pack.cameFrom}</dd>
        </>
      )}
    </dl>
  </details>
);

const Tools = ({ pack, busy, onUpdate, onSubscribe, onRollBack, onRemove }: PackRowProps) => {
  const [asked, setAsked] = useState(false);
  const { subscription, previous } = pack;
  const address = subscription?.url ?? (/^https?:/u.test(pack.cameFrom) ? pack.cameFrom : null);
  return (
    <>
      {address === null ? null : (
        <Switch
          label={words.packs.updates}
          on={subscription !== null}
          onChange={(on) => onSubscribe(pack.id, on ? address : null)}
        />
      )}
      {subscription === null ? null : (
        <p class="pack__line">
          {subscription.checkedAt === null
            ? words.packs.neverAsked
            : words.packs.lastAsked({ moment: momentWords(subscription.checkedAt) })}{' '}
          {subscription.trouble === null ? '' : words.packs.broughtNothing({ why: failureWords(subscription.trouble) })}{' '}
          {words.packs.nextNotBefore({ moment: momentWords(subscription.nextAt) })}
        </p>
      )}
      <p class="packs__buttons">
        {subscription === null ? null : (
          <Button disabled={busy} onPress={() => onUpdate(pack.id, subscription.url)}>
            {words.packs.updateNow}
          </Button>
        )}
        {previous === null ? null : (
          <Button onPress={() => onRollBack(pack.id)}>{words.packs.goBack({ version: previous.version })}</Button>
        )}
        <Button onPress={() => setAsked(true)}>{words.packs.remove}</Button>
      </p>
      {asked ? (
        <Question
          label={words.packs.removeAsk({ title: pack.title })}
          sure={words.packs.removeSure}
          back={words.packs.keep}
          onSure={() => onRemove(pack.id)}
          onBack={() => setAsked(false)}
        >
          {words.packs.removeFrees({ size: sizeWords(pack.bytes + (previous?.bytes ?? 0)) })}
        </Question>
      ) : null}
    </>
  );
};
