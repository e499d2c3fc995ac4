"""A small profile with a bit of everything, to make mistakes in."""

from __future__ import annotations

SMALL_PROFILE = """\
format: 1
profil: Lite råd
beskrivelse: Til å gjøre feil i.
begynner: 2015-01-01
råd:
  navn: Rådet
  organisasjon: Sekretariatet
institusjoner:
  - navn: Gamle kommune
    kortnavn: Gamle
    slag: kommune
    sektor: offentlig
    til: 2019-12-31
    etterfølger: Nye
  - navn: Nye kommune
    kortnavn: Nye
    slag: kommune
    sektor: offentlig
    fra: 2018-01-01
felles:
  regler:
    møtebok: protokoll
    vedtaksført: minst halvparten
    avgjørelse: flertall
    stemmelikhet: forslaget faller
    møtestart: 09:00
    møtelengde: 60
    regelverk: vårt
  rettigheter:
    medlem: [møte, tale, forslag, stemme]
organer:
  - kode: A
    navn: Rådet
    nivå: råd
    innstiller_til: B
    regler:
      - saksnummer_foran: A
      - fra: 2020-01-01
        møtebok: referat
        saksnummer_skille: "-"
        saksnummer_årssifre: 4
    saksframlegg:
      - {del: forslag, overskrift: Forslag}
      - {del: vedlegg, overskrift: Vedlegg, beregnes: ja}
    frister:
      - slag: sakspapirer
        dager: 7
      - slag: påminnelse
        dager: 2
    plasser:
      - nr: 1
        tittel: Leder
        rolle: leder
        sektor: offentlig
        institusjon: Gamle
      - nr: 2
        tittel:
          - tittel: Rådmann
          - fra: 2020-01-01
            tittel: Kommunedirektør
        type: roterende
        år: 2
        sektor: offentlig
  - kode: B
    navn: Årsmøtet
    nivå: region
    regler:
      saksnummer_foran: B
      vedtaksført: et fast antall
      vedtaksført_antall: 3
    faste_poster:
      - slag: eventuelt
        tittel: Eventuelt
    plasser_for_hver:
      slag: kommune
      leder: Nye
      plasser:
        - tittel: "Ordfører i {navn}"
          sektor: offentlig
beløpsgrenser:
  - {fra: 2015-01-01, administrativt: 50 000, råd: 100 000}
årshjul:
  - organ: A
    tittel: Budsjett
    måned: november
    første_år: 2015
    sakstype: vedtak
hjemler:
  - kode: h1
    gjelder: dokument
    regelverk: vårt
    plikt: ja
    lov: vedtektene
    bestemmelse: "§ 1"
    om: Fortrolig
plan:
  tittel: Planen
  målområder:
    - tittel: Vekst
      delmål:
        - nr: "1"
          tittel: Arbeid
          strategier:
            - {nr: "1.1", tittel: Hjelp}
            - {nr: "1.2", tittel: Plass}
"""
