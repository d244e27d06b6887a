/** Parses of sentences of our own, made by the language core, in the short form of `makeReport`; names as `first-last TYPE`. */
export const PARSES = {
  driver: {
    text: 'A driver saw the crash near Kyiv. He told Oleksii Reznikov what had happened.',
    names: ['6-6 LOC', '2-3 PER'],
    conllu: `
1 A a DET 2 det Definite=Ind|PronType=Art
2 driver driver NOUN 3 nsubj Number=Sing
3 saw see VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 the the DET 5 det Definite=Def|PronType=Art
5 crash crash NOUN 3 obj Number=Sing
6 near near ADP 7 case _
7 Kyiv Kyiv PROPN 5 nmod Number=Sing
8 . . PUNCT 3 punct _

1 He he PRON 2 nsubj Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs
2 told tell VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 Oleksii Oleksii PROPN 2 iobj Number=Sing
4 Reznikov Reznikov PROPN 3 flat Number=Sing
5 what what PRON 7 nsubj PronType=Rel
6 had have AUX 7 aux Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
7 happened happen VERB 2 ccomp Tense=Past|VerbForm=Part
8 . . PUNCT 2 punct _
`,
  },
  enablers: {
    text: 'Mike Pompeo said that Bashar al-Assad and his enablers would be held to account.',
    names: ['0-1 PER, 4-7 PER'],
    conllu: `
1 Mike Mike PROPN 3 nsubj Number=Sing
2 Pompeo Pompeo PROPN 1 flat Number=Sing
3 said say VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 that that SCONJ 14 mark _
5 Bashar Bashar PROPN 14 nsubj:pass Number=Sing
6 al al PROPN 5 flat Number=Sing
7 - - PUNCT 8 punct _
8 Assad Assad PROPN 5 flat Number=Sing
9 and and CCONJ 11 cc _
10 his his PRON 11 nmod:poss Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs
11 enablers enabler NOUN 5 conj Number=Plur
12 would would AUX 14 aux VerbForm=Fin
13 be be AUX 14 aux:pass VerbForm=Inf
14 held hold VERB 3 ccomp Tense=Past|VerbForm=Part|Voice=Pass
15 to to ADP 16 case _
16 account account NOUN 14 obl Number=Sing
17 . . PUNCT 3 punct _
`,
  },
  military: {
    text: "The leader of Cuba's military toured the base.",
    names: ['3-3 LOC'],
    conllu: `
1 The the DET 2 det Definite=Def|PronType=Art
2 leader leader NOUN 7 nsubj Number=Sing
3 of of ADP 6 case _
4 Cuba Cuba PROPN 6 nmod:poss Number=Sing
5 's 's PART 4 case _
6 military military NOUN 2 nmod Number=Sing
7 toured tour VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
8 the the DET 9 det Definite=Def|PronType=Art
9 base base NOUN 7 obj Number=Sing
10 . . PUNCT 7 punct _
`,
  },
  secretary: {
    text: 'Antony Blinken telephoned Foreign Minister Dmytro Kuleba. The Secretary promised aid.',
    names: ['0-1 PER, 5-6 PER', ''],
    conllu: `
1 Antony Antony PROPN 3 nsubj Number=Sing
2 Blinken Blinken PROPN 1 flat Number=Sing
3 telephoned telephone VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 Foreign foreign ADJ 5 amod Degree=Pos
5 Minister minister NOUN 6 nmod:desc Number=Sing
6 Dmytro Dmytro PROPN 3 obj Number=Sing
7 Kuleba Kuleba PROPN 6 flat Number=Sing
8 . . PUNCT 3 punct _

1 The the DET 2 det Definite=Def|PronType=Art
2 Secretary Secretary PROPN 3 nsubj Number=Sing
3 promised promise VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 aid aid NOUN 3 obj Number=Sing
5 . . PUNCT 3 punct _
`,
  },
  incoming: {
    text: "Germany's incoming chancellor telephoned Warsaw.",
    names: ['0-0 LOC, 5-5 LOC'],
    conllu: `
1 Germany Germany PROPN 4 nmod:poss Number=Sing
2 's 's PART 1 case _
3 incoming incoming ADJ 4 amod Degree=Pos
4 chancellor chancellor NOUN 5 nsubj Number=Sing
5 telephoned telephone VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
6 Warsaw Warsaw PROPN 5 obj Number=Sing
7 . . PUNCT 5 punct _
`,
  },
  onlyKing: {
    text: 'Jordan recalled its ambassador, and the king cancelled talks in Amman.',
    names: ['0-0 PER, 11-11 LOC'],
    conllu: `
1 Jordan Jordan PROPN 2 nsubj Number=Sing
2 recalled recall VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 its its PRON 4 nmod:poss Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs
4 ambassador ambassador NOUN 2 obj Number=Sing
5 , , PUNCT 9 punct _
6 and and CCONJ 9 cc _
7 the the DET 8 det Definite=Def|PronType=Art
8 king king NOUN 9 nsubj Number=Sing
9 cancelled cancel VERB 2 conj Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
10 talks talk NOUN 9 obj Number=Plur
11 in in ADP 12 case _
12 Amman Amman PROPN 9 obl Number=Sing
13 . . PUNCT 2 punct _
`,
  },
  holder: {
    text: 'The Chinese foreign minister arrived in Berlin on Tuesday.',
    names: ['1-1 NORP, 6-6 LOC'],
    conllu: `
1 The the DET 4 det Definite=Def|PronType=Art
2 Chinese Chinese ADJ 4 amod Degree=Pos
3 foreign foreign ADJ 4 amod Degree=Pos
4 minister minister NOUN 5 nsubj Number=Sing
5 arrived arrive VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
6 in in ADP 7 case _
7 Berlin Berlin PROPN 5 obl Number=Sing
8 on on ADP 9 case _
9 Tuesday Tuesday PROPN 5 obl Number=Sing
10 . . PUNCT 5 punct _
`,
  },
  titles: {
    text: 'Foreign Ministry spokesman Wang Wenbin met Ukrainian President Volodymyr Zelensky.',
    names: ['0-0 ORG, 3-4 PER, 6-6 NORP, 8-9 PER'],
    conllu: `
1 Foreign foreign ADJ 2 amod Degree=Pos
2 Ministry Ministry PROPN 3 compound Number=Sing
3 spokesman spokesman NOUN 4 nmod:desc Number=Sing
4 Wang Wang PROPN 6 nsubj Number=Sing
5 Wenbin Wenbin PROPN 4 flat Number=Sing
6 met meet VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
7 Ukrainian ukrainian ADJ 8 amod Degree=Pos
8 President President PROPN 9 nmod:desc Number=Sing
9 Volodymyr Volodymyr PROPN 6 obj Number=Sing
10 Zelensky Zelensky PROPN 9 flat Number=Sing
11 . . PUNCT 6 punct _
`,
  },
  alternate: {
    text: 'Alternate Prime Minister Yair Lapid met Israeli Prime Minister Isaac Herzog.',
    names: ['3-4 PER, 6-6 NORP, 9-10 PER'],
    conllu: `
1 Alternate alternate ADJ 3 amod Degree=Pos
2 Prime Prime ADJ 3 amod Degree=Pos
3 Minister Minister PROPN 4 nmod:desc Number=Sing
4 Yair Yair PROPN 6 nsubj Number=Sing
5 Lapid Lapid PROPN 4 flat Number=Sing
6 met meet VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
7 Israeli israeli ADJ 9 amod Degree=Pos
8 Prime Prime ADJ 9 amod Degree=Pos
9 Minister Minister PROPN 10 nmod:desc Number=Sing
10 Isaac Isaac PROPN 6 obj Number=Sing
11 Herzog Herzog PROPN 10 flat Number=Sing
12 . . PUNCT 6 punct _
`,
  },
  apposition: {
    text: "Sergei Lavrov, Russia's foreign minister, flew to Ankara.",
    names: ['0-1 PER, 3-3 LOC, 10-10 LOC'],
    conllu: `
1 Sergei Sergei PROPN 9 nsubj Number=Sing
2 Lavrov Lavrov PROPN 1 flat Number=Sing
3 , , PUNCT 7 punct _
4 Russia Russia PROPN 7 nmod:poss Number=Sing
5 's 's PART 4 case _
6 foreign foreign ADJ 7 amod Degree=Pos
7 minister minister NOUN 1 appos Number=Sing
8 , , PUNCT 1 punct _
9 flew fly VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
10 to to ADP 11 case _
11 Ankara Ankara PROPN 9 obl Number=Sing
12 . . PUNCT 9 punct _
`,
  },
  counterpart: {
    text: "China's foreign minister Qin Gang spoke to his Ukrainian counterpart Dmytro Kuleba. The two discussed grain.",
    names: ['0-0 LOC, 4-5 PER, 9-9 NORP, 11-12 PER', ''],
    conllu: `
1 China China PROPN 4 nmod:poss Number=Sing
2 's 's PART 1 case _
3 foreign foreign ADJ 4 amod Degree=Pos
4 minister minister NOUN 7 nsubj Number=Sing
5 Qin Qin PROPN 4 appos Number=Sing
6 Gang Gang PROPN 5 flat Number=Sing
7 spoke speak VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
8 to to ADP 11 case _
9 his his PRON 11 nmod:poss Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs
10 Ukrainian ukrainian ADJ 11 amod Degree=Pos
11 counterpart counterpart NOUN 7 obl Number=Sing
12 Dmytro Dmytro PROPN 11 appos Number=Sing
13 Kuleba Kuleba PROPN 12 flat Number=Sing
14 . . PUNCT 7 punct _

1 The the DET 2 det Definite=Def|PronType=Art
2 two two NUM 3 nsubj NumType=Card
3 discussed discuss VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
4 grain grain NOUN 3 obj Number=Sing
5 . . PUNCT 3 punct _
`,
  },
  counterpartUnnamed: {
    text: 'Antony Blinken called his Indian counterpart on Wednesday.',
    names: ['0-1 PER, 4-4 NORP'],
    conllu: `
1 Antony Antony PROPN 3 nsubj Number=Sing
2 Blinken Blinken PROPN 1 flat Number=Sing
3 called call VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 his his PRON 6 nmod:poss Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs
5 Indian Indian ADJ 6 amod Degree=Pos
6 counterpart counterpart NOUN 3 obj Number=Sing
7 on on ADP 8 case _
8 Wednesday Wednesday PROPN 3 obl Number=Sing
9 . . PUNCT 3 punct _
`,
  },
  shortNames: {
    text: 'Nicolas Sarkozy hosted Angela Merkel in Cannes. Sarkozy said Merkel had agreed.',
    names: ['0-1 PER, 3-4 PER, 6-6 MISC', '0-0 PER, 2-2 PER'],
    conllu: `
1 Nicolas Nicolas PROPN 3 nsubj Number=Sing
2 Sarkozy Sarkozy PROPN 1 flat Number=Sing
3 hosted host VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 Angela Angela PROPN 3 obj Number=Sing
5 Merkel Merkel PROPN 4 flat Number=Sing
6 in in ADP 7 case _
7 Cannes Cannes PROPN 3 obl Number=Sing
8 . . PUNCT 3 punct _

1 Sarkozy Sarkozy PROPN 2 nsubj Number=Sing
2 said say VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 Merkel Merkel PROPN 5 nsubj Number=Sing
4 had have AUX 5 aux Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
5 agreed agree VERB 2 ccomp Tense=Past|VerbForm=Part
6 . . PUNCT 2 punct _
`,
  },
  leaders: {
    text: 'Joe Biden and Vladimir Putin met in Geneva. The two leaders agreed to return their ambassadors.',
    names: ['0-1 PER, 3-4 PER, 7-7 LOC', ''],
    conllu: `
1 Joe Joe PROPN 6 nsubj Number=Sing
2 Biden Biden PROPN 1 flat Number=Sing
3 and and CCONJ 4 cc _
4 Vladimir Vladimir PROPN 1 conj Number=Sing
5 Putin Putin PROPN 4 flat Number=Sing
6 met meet VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
7 in in ADP 8 case _
8 Geneva Geneva PROPN 6 obl Number=Sing
9 . . PUNCT 6 punct _

1 The the DET 3 det Definite=Def|PronType=Art
2 two two NUM 3 nummod NumType=Card
3 leaders leader NOUN 4 nsubj Number=Plur
4 agreed agree VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
5 to to PART 6 mark _
6 return return VERB 4 xcomp VerbForm=Inf
7 their their PRON 8 nmod:poss Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs
8 ambassadors ambassador NOUN 6 obj Number=Plur
9 . . PUNCT 4 punct _
`,
  },
  states: {
    text: 'Armenia accused Azerbaijan of shelling. Both sides reported dead.',
    names: ['0-0 LOC, 2-2 LOC', ''],
    conllu: `
1 Armenia Armenia PROPN 2 nsubj Number=Sing
2 accused accuse VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 Azerbaijan Azerbaijan PROPN 2 obj Number=Sing
4 of of SCONJ 5 mark _
5 shelling shell VERB 2 advcl Tense=Pres|VerbForm=Part
6 . . PUNCT 2 punct _

1 Both both DET 2 det PronType=Ind
2 sides side NOUN 3 nsubj Number=Plur
3 reported report VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
4 dead dead ADJ 3 xcomp Degree=Pos
5 . . PUNCT 3 punct _
`,
  },
  koreas: {
    text: 'The two Koreas agreed to close the site.',
    names: ['2-2 ORG'],
    conllu: `
1 The the DET 3 det Definite=Def|PronType=Art
2 two two NUM 3 nummod NumType=Card
3 Koreas Koreas PROPN 4 nsubj Number=Plur
4 agreed agree VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
5 to to PART 6 mark _
6 close close VERB 4 xcomp VerbForm=Inf
7 the the DET 8 det Definite=Def|PronType=Art
8 site site NOUN 6 obj Number=Sing
9 . . PUNCT 4 punct _
`,
  },
  seats: {
    text: 'Beijing denied the report.',
    names: ['0-0 LOC'],
    conllu: `
1 Beijing Beijing PROPN 2 nsubj Number=Sing
2 denied deny VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 the the DET 4 det Definite=Def|PronType=Art
4 report report NOUN 2 obj Number=Sing
5 . . PUNCT 2 punct _
`,
  },
  place: {
    text: 'The envoy was received in Washington.',
    names: ['5-5 LOC'],
    conllu: `
1 The the DET 2 det Definite=Def|PronType=Art
2 envoy envoy NOUN 4 nsubj:pass Number=Sing
3 was be AUX 4 aux:pass Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 received receive VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
5 in in ADP 6 case _
6 Washington Washington PROPN 4 obl Number=Sing
7 . . PUNCT 4 punct _
`,
  },
  motion: {
    text: 'The delegation travelled from Cairo to Khartoum.',
    names: ['4-4 LOC, 6-6 LOC'],
    conllu: `
1 The the DET 2 det Definite=Def|PronType=Art
2 delegation delegation NOUN 3 nsubj Number=Sing
3 travelled travel VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 from from ADP 5 case _
5 Cairo Cairo PROPN 3 obl Number=Sing
6 to to ADP 7 case _
7 Khartoum Khartoum PROPN 3 obl Number=Sing
8 . . PUNCT 3 punct _
`,
  },
  body: {
    text: "China's foreign ministry summoned the US ambassador.",
    names: ['0-0 LOC, 6-6 LOC'],
    conllu: `
1 China China PROPN 4 nmod:poss Number=Sing
2 's 's PART 1 case _
3 foreign foreign ADJ 4 amod Degree=Pos
4 ministry ministry NOUN 5 nsubj Number=Sing
5 summoned summon VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
6 the the DET 8 det Definite=Def|PronType=Art
7 US US PROPN 8 compound Number=Sing
8 ambassador ambassador NOUN 5 obj Number=Sing
9 . . PUNCT 5 punct _
`,
  },
  ministry: {
    text: 'The Foreign Ministry of Poland protested. The ministry called the act hostile.',
    names: ['1-4 ORG', ''],
    conllu: `
1 The the DET 3 det Definite=Def|PronType=Art
2 Foreign foreign ADJ 3 amod Degree=Pos
3 Ministry Ministry PROPN 6 nsubj Number=Sing
4 of of ADP 5 case _
5 Poland Poland PROPN 3 nmod Number=Sing
6 protested protest VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
7 . . PUNCT 6 punct _

1 The the DET 2 det Definite=Def|PronType=Art
2 ministry ministry NOUN 3 nsubj Number=Sing
3 called call VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 the the DET 5 det Definite=Def|PronType=Art
5 act act NOUN 3 obj Number=Sing
6 hostile hostile ADJ 3 xcomp Degree=Pos
7 . . PUNCT 3 punct _
`,
  },
  groups: {
    text: 'Western officials doubted that Russian forces had shelled Kherson.',
    names: ['4-4 NORP, 8-8 PER'],
    conllu: `
1 Western western ADJ 2 amod Degree=Pos
2 officials official NOUN 3 nsubj Number=Plur
3 doubted doubt VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
4 that that SCONJ 8 mark _
5 Russian Russian ADJ 6 amod Degree=Pos
6 forces force NOUN 8 nsubj Number=Plur
7 had have AUX 8 aux Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
8 shelled shell VERB 3 ccomp Tense=Past|VerbForm=Part
9 Kherson Kherson PROPN 8 obj Number=Sing
10 . . PUNCT 3 punct _
`,
  },
  they: {
    text: 'India and Pakistan exchanged lists. They have done so each year.',
    names: ['0-0 LOC, 2-2 LOC', ''],
    conllu: `
1 India India PROPN 4 nsubj Number=Sing
2 and and CCONJ 3 cc _
3 Pakistan Pakistan PROPN 1 conj Number=Sing
4 exchanged exchange VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
5 lists list NOUN 4 obj Number=Plur
6 . . PUNCT 4 punct _

1 They they PRON 3 nsubj Case=Nom|Number=Plur|Person=3|PronType=Prs
2 have have AUX 3 aux Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin
3 done do VERB 0 root Tense=Past|VerbForm=Part
4 so so ADV 3 advmod _
5 each each DET 6 det PronType=Tot
6 year year NOUN 3 obl:unmarked Number=Sing
7 . . PUNCT 3 punct _
`,
  },
  it: {
    text: 'China said it would not supply arms.',
    names: ['0-0 LOC'],
    conllu: `
1 China China PROPN 2 nsubj Number=Sing
2 said say VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 it it PRON 6 nsubj Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs
4 would would AUX 6 aux VerbForm=Fin
5 not not PART 6 advmod Polarity=Neg
6 supply supply VERB 2 ccomp VerbForm=Inf
7 arms arm NOUN 6 obj Number=Plur
8 . . PUNCT 2 punct _
`,
  },
  emptyIt: {
    text: 'It is clear that nobody will win.',
    names: [''],
    conllu: `
1 It it PRON 3 expl Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs
2 is be AUX 3 cop Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
3 clear clear ADJ 0 root Degree=Pos
4 that that SCONJ 7 mark _
5 nobody nobody PRON 7 nsubj Number=Sing|PronType=Neg
6 will will AUX 7 aux VerbForm=Fin
7 win win VERB 3 csubj VerbForm=Inf
8 . . PUNCT 3 punct _
`,
  },
  his: {
    text: 'Emmanuel Macron called Xi Jinping. He asked for his help.',
    names: ['0-1 PER, 3-4 PER', ''],
    conllu: `
1 Emmanuel Emmanuel PROPN 3 nsubj Number=Sing
2 Macron Macron PROPN 1 flat Number=Sing
3 called call VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 Xi Xi PROPN 3 obj Number=Sing
5 Jinping Jinping PROPN 4 flat Number=Sing
6 . . PUNCT 3 punct _

1 He he PRON 2 nsubj Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs
2 asked ask VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 for for ADP 5 case _
4 his his PRON 5 nmod:poss Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs
5 help help NOUN 2 obl Number=Sing
6 . . PUNCT 2 punct _
`,
  },
  local: {
    text: 'Norwegian mediator Arne Solbakken flew to Colombo. Solbakken was hopeful.',
    names: ['0-0 NORP, 2-3 PER, 6-6 LOC', '0-0 MISC'],
    conllu: `
1 Norwegian Norwegian ADJ 2 amod Degree=Pos
2 mediator mediator NOUN 3 nmod:desc Number=Sing
3 Arne Arne PROPN 5 nsubj Number=Sing
4 Solbakken Solbakken PROPN 3 flat Number=Sing
5 flew fly VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
6 to to ADP 7 case _
7 Colombo Colombo PROPN 5 obl Number=Sing
8 . . PUNCT 5 punct _

1 Solbakken Solbakken PROPN 3 nsubj Number=Sing
2 was be AUX 3 cop Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 hopeful hopeful ADJ 0 root Degree=Pos
4 . . PUNCT 3 punct _
`,
  },
  unknown: {
    text: 'Harriet Plimsoll watched the parade.',
    names: ['0-1 PER'],
    conllu: `
1 Harriet Harriet PROPN 3 nsubj Number=Sing
2 Plimsoll Plimsoll PROPN 1 flat Number=Sing
3 watched watch VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 the the DET 5 det Definite=Def|PronType=Art
5 parade parade NOUN 3 obj Number=Sing
6 . . PUNCT 3 punct _
`,
  },
  acronym: {
    text: 'The Karibu Peace Forum (KPF) appealed to Uganda. The KPF wants talks.',
    names: ['1-3 ORG, 5-5 ORG, 9-9 LOC', '1-1 ORG'],
    conllu: `
1 The the DET 4 det Definite=Def|PronType=Art
2 Karibu Karibu PROPN 4 compound Number=Sing
3 Peace Peace PROPN 4 compound Number=Sing
4 Forum Forum PROPN 8 nsubj Number=Sing
5 ( ( PUNCT 6 punct _
6 KPF KPF PROPN 4 appos Number=Sing
7 ) ) PUNCT 6 punct _
8 appealed appeal VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
9 to to ADP 10 case _
10 Uganda Uganda PROPN 8 obl Number=Sing
11 . . PUNCT 8 punct _

1 The the DET 2 det Definite=Def|PronType=Art
2 KPF KPF PROPN 3 nsubj Number=Sing
3 wants want VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
4 talks talk NOUN 3 obj Number=Plur
5 . . PUNCT 3 punct _
`,
  },
  georgiaState: {
    text: 'Voters in Atlanta went to the polls as Georgia chose two senators.',
    names: ['2-2 LOC, 8-8 LOC'],
    conllu: `
1 Voters voter NOUN 4 nsubj Number=Plur
2 in in ADP 3 case _
3 Atlanta Atlanta PROPN 1 nmod Number=Sing
4 went go VERB 0 root Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
5 to to ADP 7 case _
6 the the DET 7 det Definite=Def|PronType=Art
7 polls poll NOUN 4 obl Number=Plur
8 as as SCONJ 10 mark _
9 Georgia Georgia PROPN 10 nsubj Number=Sing
10 chose choose VERB 4 advcl Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin
11 two two NUM 12 nummod NumType=Card
12 senators senator NOUN 10 obj Number=Plur
13 . . PUNCT 4 punct _
`,
  },
  georgia: {
    text: 'Georgia said Russia had moved the border.',
    names: ['0-0 PER, 2-2 LOC'],
    conllu: `
1 Georgia Georgia PROPN 2 nsubj Number=Sing
2 said say VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
3 Russia Russia PROPN 5 nsubj Number=Sing
4 had have AUX 5 aux Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
5 moved move VERB 2 ccomp Tense=Past|VerbForm=Part
6 the the DET 7 det Definite=Def|PronType=Art
7 border border NOUN 5 obj Number=Sing
8 . . PUNCT 2 punct _
`,
  },
  agreement: {
    text: 'The Paris Agreement was discussed.',
    names: ['1-1 LOC'],
    conllu: `
1 The the DET 3 det Definite=Def|PronType=Art
2 Paris Paris PROPN 3 compound Number=Sing
3 Agreement agreement NOUN 5 nsubj:pass Number=Sing
4 was be AUX 5 aux:pass Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
5 discussed discuss VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
6 . . PUNCT 5 punct _
`,
  },
  president: {
    text: 'The President thanked the Secretary.',
    names: ['4-4 PER'],
    conllu: `
1 The the DET 2 det Definite=Def|PronType=Art
2 President President PROPN 3 nsubj Number=Sing
3 thanked thank VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 the the DET 5 det Definite=Def|PronType=Art
5 Secretary Secretary PROPN 3 iobj Number=Sing
6 . . PUNCT 3 punct _
`,
  },
  iran: {
    text: 'The Iranian president met the supreme leader of Iran.',
    names: ['1-1 NORP, 8-8 LOC'],
    conllu: `
1 The the DET 3 det Definite=Def|PronType=Art
2 Iranian Iranian ADJ 3 amod Degree=Pos
3 president president NOUN 4 nsubj Number=Sing
4 met meet VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
5 the the DET 7 det Definite=Def|PronType=Art
6 supreme supreme ADJ 7 amod Degree=Pos
7 leader leader NOUN 4 obj Number=Sing
8 of of ADP 9 case _
9 Iran Iran PROPN 7 nmod Number=Sing
10 . . PUNCT 4 punct _
`,
  },
  regime: {
    text: 'The United States condemned the Burmese military regime. The regime rejected the criticism.',
    names: ['1-2 LOC, 5-5 NORP', ''],
    conllu: `
1 The the DET 3 det Definite=Def|PronType=Art
2 United United ADJ 3 amod Degree=Pos
3 States State PROPN 4 nsubj Number=Plur
4 condemned condemn VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
5 the the DET 8 det Definite=Def|PronType=Art
6 Burmese burmese ADJ 8 amod Degree=Pos
7 military military ADJ 8 amod Degree=Pos
8 regime regime NOUN 4 obj Number=Sing
9 . . PUNCT 4 punct _

1 The the DET 2 det Definite=Def|PronType=Art
2 regime regime NOUN 3 nsubj Number=Sing
3 rejected reject VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
4 the the DET 5 det Definite=Def|PronType=Art
5 criticism criticism NOUN 3 obj Number=Sing
6 . . PUNCT 3 punct _
`,
  },
  undated: {
    text: "China's foreign minister Qin Gang wrote to Dmytro Kuleba.",
    names: ['0-0 LOC, 4-5 PER, 8-9 PER'],
    conllu: `
1 China China PROPN 4 nmod:poss Number=Sing
2 's 's PART 1 case _
3 foreign foreign ADJ 4 amod Degree=Pos
4 minister minister NOUN 7 nsubj Number=Sing
5 Qin Qin PROPN 4 appos Number=Sing
6 Gang Gang PROPN 5 flat Number=Sing
7 wrote write VERB 0 root Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin
8 to to ADP 9 case _
9 Dmytro Dmytro PROPN 7 obl Number=Sing
10 Kuleba Kuleba PROPN 9 flat Number=Sing
11 . . PUNCT 7 punct _
`,
  },
} as const;
