{
  lens = [ "5.2.3" "bsd2" "https://github.com/ekmett/lens/" "Looks into and changes nested data" { programs = [ ]; } ];
  xmonad = [ "0.17.2" "bsd3" "http://xmonad.org" "Tiling window manager set up in Haskell" ];
}
