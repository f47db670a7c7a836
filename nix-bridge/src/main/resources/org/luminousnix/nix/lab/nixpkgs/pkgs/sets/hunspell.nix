{
  de_DE = [ "20161207" "gpl3Only" "https://www.j3e.de/ispell/igerman98/" "Spelling of German" ];
  en_GB-ise = [ "2018.04.16" "bsd3" "http://wordlist.aspell.net/" "Spelling of British English" ];
  en_US = [ "2018.04.16" "bsd3" "http://wordlist.aspell.net/" "Spelling of American English" ];
  es_ES = [ "2.2" "gpl3Only" "https://github.com/sbosio/rla-es" "Spelling of Spanish" ];
  fr-any = [ "5.3" "mpl20" "https://www.dicollecte.org/home.php?prj=fr" "Spelling of French" ];
}
