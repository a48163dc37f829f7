import {RoadmapTable} from '@/components/diagnosis/roadmap-table';
import {PlanLinks} from '@/components/plan/plan-links';
import {PlanTable} from '@/components/plan/plan-table';
import {SetAsideList} from '@/components/plan/set-aside-list';
import {Notice} from '@/components/ui/notice';
import {withdrawPlanAction} from '@/lib/actions/plan-actions';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import type {ResultPlan} from '@/lib/report/plan';
import {buildPlanTableWords, buildSetAsideWords} from '@/lib/report/plan-table-words';
import type {Result} from '@/lib/report/result';

type RoadmapSectionProps = {
  assessmentId: string;
  /** The roadmap without the measures set aside. */
  roadmap: Result['roadmap'];
  plan: ResultPlan;
  /** False for an archived profile, whose plan can only be read. */
  editable: boolean;
  hrefOf: (code: string) => string;
  t: Translate;
};

/** What comes next, who does it by when, what is set aside, and what became of what was chosen before. */
export function RoadmapSection({assessmentId, roadmap, plan, editable, hrefOf, t}: RoadmapSectionProps) {
  const changeUrl = (code: string) => paths.planMeasure(assessmentId, code);
  const words = buildPlanTableWords(t);
  const linksOf = (code: string) =>
    plan.chosen[code]
      ? [{href: changeUrl(code), text: t('plan.change')}]
      : [
          {href: paths.planMeasure(assessmentId, code, 'chosen'), text: t('plan.choose')},
          {href: paths.planMeasure(assessmentId, code, 'setAside'), text: t('plan.set-aside')},
        ];
  return (
    <>
      {plan.followUp ? (
        <section className="my-8">
          <h2>{t('plan.follow-up')}</h2>
          <p>{plan.followUp.summary}</p>
          <PlanTable rows={plan.followUp.rows} caption={t('plan.follow-up')} words={words} hrefOf={editable ? changeUrl : null} />
          <p className="text-sm text-quiet">{t('plan.follow-up-note')}</p>
        </section>
      ) : null}
      <section id="roadmap" className="my-8">
        <h2>{t('result.roadmap')}</h2>
        <p>{roadmap.text}</p>
        {plan.setAside.length > 0 ? <p>{t('plan.without-set-aside', {count: plan.setAside.length})}</p> : null}
        <RoadmapTable
          rows={roadmap.rows}
          hrefOf={hrefOf}
          chosen={plan.chosen}
          words={{now: t('result.roadmap-now'), how: t('result.roadmap-how'), who: t('result.roadmap-who'), bureau: words.bureau, due: words.due}}
          renderMore={(code) => (editable ? <PlanLinks code={code} links={linksOf(code)} /> : null)}
        />
        {roadmap.missing ? <Notice look="warning">{roadmap.missing}</Notice> : null}
        {plan.others.length > 0 ? (
          <>
            <h3 className="mt-6">{t('plan.others')}</h3>
            <PlanTable rows={plan.others} caption={t('plan.others')} words={words} hrefOf={editable ? changeUrl : null} />
          </>
        ) : null}
        <SetAsideList
          rows={plan.setAside}
          hrefOf={changeUrl}
          takeBack={editable ? ({code, revision}) => withdrawPlanAction.bind(null, assessmentId, code, revision) : null}
          words={buildSetAsideWords(t)}
        />
      </section>
    </>
  );
}
